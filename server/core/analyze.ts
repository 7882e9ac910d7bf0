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
  const claims = resolved.flatMap((block) => block.claims);
  const verdicts = judge(resolved, draft.blocks, library, options);
  const findings = findingsOf(verdicts, { draft, library, options, readings, claims, resolved });
  findings.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return {
    draft,
    library,
    options,
    readings,
    claims,
    resolved,
    ...standing(
      withQuotedText(findings, draft, options).filter((one) => !isAllowed(one, draft, options)),
      { draft, readings, options, rules: library.rules },
    ),
  };
}

/** A block whose text was read before keeps its reading; one that was edited is read in part. */
function readingsOf(draft: Draft, { lexicon }: Library, previous?: Analysis): readonly Reading[] {
  const blocks = previous?.draft.blocks ?? [];
  let known: Map<string, Reading> | undefined;
  return draft.blocks.map(({ text }, index) => {
    const was = blocks[index]?.text;
    const reading = previous?.readings[index];
    if (reading && was === text) return reading;
    known ??= new Map(blocks.map((block, at) => [block.text, previous?.readings[at] ?? NONE]));
    const before = known.get(text);
    if (before) return before;
    if (!reading || was === undefined) return readBlock(text, lexicon);
    return readAgain(text, lexicon, { text: was, reading });
  });
}

const NONE: Reading = { sentences: [], frames: [] };

/** A phrase counts whatever its case, and whatever markup or line breaks stand in it. */
function isAllowed({ block, prose }: Finding, draft: Draft, { allowed = [] }: Options): boolean {
  if (allowed.length === 0) return false;
  const text = plain(draft.blocks[block]?.text.slice(prose.start, prose.end) ?? '');
  return allowed.map(plain).some((phrase) => phrase !== '' && text.includes(phrase));
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
