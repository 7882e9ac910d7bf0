/** The pipeline: draft -> readings -> claims -> findings, reusing what a previous analysis read. */

import type { Reading } from './claims.ts';
import { findingsOf } from './document.ts';
import { judge } from './judge.ts';
import { readDraft } from './markdown.ts';
import type { Draft, Finding, Options } from './model.ts';
import type { Remark, SetAside } from './set-aside.ts';
import type { Library } from './packs.ts';
import { withQuotedText } from './quotation.ts';
import { readBlock } from './read.ts';
import { readAgain } from './read-again.ts';
import { resolve, type Claim, type Resolved } from './resolve.ts';
import { standing } from './standing.ts';

/** Everything known of one version of a draft. Handing it to the next `analyze` is the whole cache. */
export interface Analysis {
  readonly draft: Draft;
  readonly library: Library;
  readonly options: Options;
  /** One for each block of the draft. */
  readonly readings: readonly Reading[];
  readonly claims: readonly Claim[];
  /** One for each block: its claims, and what of the draft around it they hang on. */
  readonly resolved: readonly Resolved[];
  /** In order of `span.start`. */
  readonly findings: readonly Finding[];
  /** Findings that were suppressed, accepted or approved, in the same order. */
  readonly setAside: readonly SetAside[];
  /** What is wrong with the instructions to Hedgerow in the draft, in order of `span.start`. */
  readonly remarks: readonly Remark[];
}

export function analyze(
  source: string,
  library: Library,
  options: Options = {},
  previous?: Analysis,
): Analysis {
  const draft = readDraft(source, options.language ?? 'markdown', previous?.draft);
  const readings = readingsOf(draft, library, previous?.library === library ? previous : undefined);
  const resolved = resolve(draft.blocks, readings, previous);
  const verdicts = judge(resolved, draft.blocks, library, options);
  const findings = findingsOf(verdicts, { draft, library, options, readings, resolved });
  findings.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return {
    draft,
    library,
    options,
    readings,
    get claims() {
      return resolved.flatMap((block) => block.claims);
    },
    resolved,
    ...standing(withoutAllowed(withQuotedText(findings, draft, options), draft, options), {
      draft,
      readings,
      options,
      rules: library.rules,
    }),
  };
}

/** A block whose text was read before keeps its reading; one that was edited is read in part. */
function readingsOf(draft: Draft, { lexicon }: Library, previous?: Analysis): readonly Reading[] {
  const now = draft.blocks;
  const was = previous?.draft.blocks ?? [];
  const old = previous?.readings ?? [];
  const shift = was.length - now.length;
  const most = Math.min(now.length, was.length);
  const isSame = (at: number, before: number) => now[at]?.text === was[before]?.text;
  let head = 0;
  while (head < most && isSame(head, head)) head++;
  let tail = now.length;
  while (now.length - tail < most - head && isSame(tail - 1, tail - 1 + shift)) tail--;
  const between = was.slice(head, tail + shift);
  const known = new Map(between.map(({ text }, at) => [text, old[head + at]]));
  const fresh = now.slice(head, tail).map(({ text }, at) => {
    const before = between[at];
    const reading = old[head + at];
    if (!before || !reading) return known.get(text) ?? readBlock(text, lexicon);
    return known.get(text) ?? readAgain(text, lexicon, { text: before.text, reading });
  });
  return old.slice(0, head).concat(fresh, old.slice(tail + shift));
}

/** A phrase counts whatever its case, and whatever markup or line breaks stand in it. */
function withoutAllowed(
  findings: readonly Finding[],
  draft: Draft,
  { allowed = [] }: Options,
): readonly Finding[] {
  const phrases = allowed.map(plain).filter((phrase) => phrase !== '');
  if (phrases.length === 0) return findings;
  return findings.filter(({ block, basis }) => {
    const text = plain(draft.blocks[block]?.text.slice(basis.start, basis.end) ?? '');
    return !phrases.some((phrase) => text.includes(phrase));
  });
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
