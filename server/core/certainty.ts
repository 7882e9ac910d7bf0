/** How surely a predicate is said: the modal, hedge or ability that governs it, and what coordination shares. */

import type { Form, Modality, Unweighed } from './claims.ts';
import type { Predicate } from './clauses.ts';
import type { Match } from './patterns.ts';
import type { Context } from './sentence-context.ts';
import type { Word } from './words.ts';

/** How surely a predicate is said. */
export interface Certainty {
  readonly modality: Modality;
  readonly rung?: number;
  /** Whether an infinitive is the governing verb's own predicate: "is able to repair", "prompts … to heal". */
  readonly governed?: 'raised' | 'caused';
}

export function modalityOf(
  predicate: Predicate,
  context: Context,
  partner: Unweighed | undefined,
): Certainty {
  const { words, cues } = context;
  const hedge = hedgeBefore(predicate, context);
  if (predicate.modal === 'may') {
    const may = words.slice(predicate.start, predicate.verb).find(({ tag }) => tag === 'modal');
    return { modality: 'hedged', rung: may?.norm.startsWith('may') ? 4 : 3 };
  }
  if (hedge !== undefined) return { modality: 'hedged', rung: hedge, governed: 'raised' };
  if (predicate.modal) return { modality: predicate.modal };
  if (cues.some((cue) => cue.name === 'ability' && governs(cue, predicate)))
    return { modality: 'can', governed: 'raised' };
  if (partner && sharesModality(predicate, words, partner)) return certaintyOf(partner);
  if (predicate.form === 'infinitive') return infinitive(predicate, context, partner);
  const boosted = words
    .slice(predicate.start, predicate.verb)
    .some((word) => word.classes.has('booster'));
  return { modality: boosted ? 'boosted' : 'asserted' };
}

function certaintyOf({ modality, rung }: Unweighed): Certainty {
  return { modality, ...(rung === undefined ? {} : { rung }) };
}

/** The form of an infinitive that its governor asserts, and of what is coordinated. */
export function governedForm(
  { form, joined }: Predicate,
  governed: Certainty['governed'],
  partner: Unweighed | undefined,
): Form {
  if (form === 'infinitive' && governed)
    return partner?.form === 'infinitive' ? form : (partner?.form ?? 'finite');
  const shares = joined !== undefined && (form === 'finite' || form === 'infinitive');
  return shares && partner ? partner.form : form;
}

/** A cue reaches the verb that it ends at, over an adverb or two. */
function governs(cue: Match, predicate: Predicate): boolean {
  return (
    cue.first < predicate.verb && cue.last <= predicate.verb && cue.last >= predicate.start - 2
  );
}

/** Coordination shares a modal: "may ease pain and improve function"; "may ease pain and improves" does not. */
function sharesModality(predicate: Predicate, words: readonly Word[], partner: Unweighed): boolean {
  if (predicate.joined === undefined) return false;
  const form = words[predicate.verb]?.form;
  return (
    predicate.form === 'infinitive' ||
    form === 'base' ||
    form === 'participle' ||
    (form === 'ing' && partner.modality === 'hedged')
  );
}

function hedgeBefore(predicate: Predicate, context: Context): number | undefined {
  const { words, cues } = context;
  const governor = cues.find((cue) => cue.name === 'hedge-governor' && governs(cue, predicate));
  if (governor) return governor.rung ?? 3;
  for (let i = predicate.verb - 1; i >= 0 && i >= predicate.start - 3; i--) {
    const word = words[i];
    if (!word || (word.tag === 'mark' && i < predicate.start) || word.tag === 'rel') break;
    if (word.classes.has('hedge-adverb')) return rungOf(word) ?? 3;
    if (word.classes.has('hedge-verb') && i >= predicate.start - 1) return rungOf(word) ?? 4;
  }
  return undefined;
}

const rungOf = ({ senses, tag }: Word): number | undefined =>
  senses.find((sense) => sense.tag === tag && sense.rung !== undefined)?.rung;

/** Verbs that hand their certainty on to the infinitive: "prompts your own cells to regenerate". */
const CAUSATIVE =
  /^(?:help|enable|allow|let|cause|prompt|encourage|stimulate|trigger|instruct|signal|teach|tell|force|coax|push|get|harness|activate|direct|mobilise|mobilize|work|use|combine|permit|make|recruit|team up|offer|provide|give|spare|free)$/;

/** "uses cells to support repair" names a purpose. */
const SUPPORTS = /^(?:support|aid|assist)$/;

function infinitive(
  predicate: Predicate,
  context: Context,
  partner: Unweighed | undefined,
): Certainty {
  const supports = SUPPORTS.test(context.words[predicate.verb]?.lemma ?? '');
  if (partner && CAUSATIVE.test(partner.lemma) && !(partner.lemma === 'use' && supports))
    return { ...certaintyOf(partner), governed: 'caused' };
  const shown = context.cues.some(
    (cue) => (cue.name === 'vague-attribution' || cue.name === 'proof') && governs(cue, predicate),
  );
  return shown ? { modality: 'asserted', governed: 'raised' } : { modality: 'aimed', rung: 2 };
}
