/** Which way to put it comes first: a hedge for symptoms, a cut for what no trial has shown. */

import { cutParts, cutSentence, cutWords } from './cuts.ts';
import { hostsOf, type Passage } from './passage.ts';
import { restated } from './restate.ts';
import type { Rewrite } from './rewrite.ts';
import { denied, unknown } from './unknown.ts';
import { weakened } from './weaken.ts';

export function* ladder(passage: Passage): Iterable<Rewrite> {
  yield* restated(passage);
  if (hangs(passage)) yield* cutParts(passage);
  const symptom = isSymptom(passage);
  if (symptom) yield* weakened(passage, false);
  yield* cutWords(passage);
  if (!symptom) {
    yield* cutParts(passage);
    if (DENIED.has(passage.rule)) yield* denied(passage);
    yield* unknown(passage);
    yield* denied(passage);
    yield* weakened(passage, true);
  } else {
    yield* cutParts(passage);
    yield* unknown(passage);
  }
  yield* cutSentence(passage);
}

const DENIED: ReadonlySet<string> = new Set([
  'cure-claim',
  'superiority-over-conventional',
  'root-cause',
]);

/** Rules whose claims a hedge on the verb can make honest. */
const HEDGED: ReadonlySet<string> = new Set([
  'unhedged-efficacy',
  'guaranteed-outcome',
  'can-as-outcome',
  'speed-magnitude',
  'mechanism-as-outcome',
]);

const STRUCTURE = ['tissue', 'damage', 'damaged', 'process', 'fresh', 'cause', 'disease', 'body'];

/** A claim on a symptom or a function, as opposed to structure, cure, cause or comparison. */
function isSymptom({ claims, rule }: Passage): boolean {
  const [claim] = claims;
  if (!claim || !HEDGED.has(rule)) return false;
  const { target, verb } = claim.frame;
  if (target.has('symptom') || target.has('function') || target.has('benefit-noun')) return true;
  if (['repair', 'become', 'seek', 'reverse', 'cure'].some((name) => verb.has(name))) return false;
  return !STRUCTURE.some((name) => target.has(name)) && !verb.has('effective') && !verb.has('work');
}

/** Participles, by-phrases and relatives go where the sentence stands without them. */
function hangs(passage: Passage): boolean {
  const host = hostsOf(passage)[0];
  return host !== undefined && host.form !== 'finite' && host.form !== 'imperative';
}
