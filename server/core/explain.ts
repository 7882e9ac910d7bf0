/** Every stage of the reading of one line, for people: what was read, and why it is or is not flagged. */

import type { Analysis } from './analyze.ts';
import type { SentenceReading } from './claims.ts';
import { Lines } from './lines.ts';
import type { Block, Finding } from './model.ts';
import type { Claim } from './resolve.ts';
import { reasonsOf, scoreOf } from './scorer.ts';
import { isWeighable } from './suspicion.ts';
import type { Word } from './words.ts';

/** `line` counts from 1. A line without prose, or beyond the end, gets a sentence that says so. */
export function explain(analysis: Analysis, line: number): string {
  const { source, blocks } = analysis.draft;
  const lines = new Lines(source);
  if (!Number.isInteger(line) || line < 1 || line > lines.count)
    return `There is no line ${line}: the draft has ${lines.count}.`;
  const from = lines.startOf(line - 1);
  const to = line < lines.count ? lines.startOf(line) : source.length + 1;
  const here = [...blocks.entries()].filter(([, block]) => covers(block, from, to));
  if (here.length === 0) return `No prose stands on line ${line}.`;
  return here.map(([index, block]) => blockReport(analysis, index, block, from, to)).join('\n\n');
}

function covers(block: Block, from: number, to: number): boolean {
  return block.runs.some(
    (run) =>
      run.proseLength > 0 &&
      block.start + run.source < to &&
      block.start + run.source + run.sourceLength > from,
  );
}

function blockReport(
  analysis: Analysis,
  index: number,
  block: Block,
  from: number,
  to: number,
): string {
  const sentences = analysis.readings[index]?.sentences ?? [];
  const shown = sentences.filter((one) => standsIn(block, one, from, to));
  return [
    placeOf(analysis, block),
    ...shown.map((one) => sentenceReport(analysis, index, one)),
  ].join('\n\n');
}

/** Whether any of a sentence stands on the line: its words, mapped through the runs. */
function standsIn(block: Block, { sentence }: SentenceReading, from: number, to: number): boolean {
  return block.runs.some((run) => {
    const start = Math.max(sentence.start, run.prose);
    const end = Math.min(sentence.end, run.prose + run.proseLength);
    if (start >= end) return false;
    const shift = block.start + run.source - run.prose;
    const [first, last] = run.verbatim
      ? [start + shift, end + shift]
      : [block.start + run.source, block.start + run.source + run.sourceLength];
    return first < to && last > from;
  });
}

function placeOf({ draft }: Analysis, { kind, place }: Block): string {
  const textOf = (index: number): string => `“${brief(draft.blocks[index]?.text ?? '')}”`;
  const parts: string[] = [kind];
  if (place.section.length > 0) parts.push(`under ${place.section.map(textOf).join(' > ')}`);
  if (place.leadIn !== undefined) parts.push(`introduced by ${textOf(place.leadIn)}`);
  if (place.cell?.rowHeader !== undefined) parts.push(`row ${textOf(place.cell.rowHeader)}`);
  if (place.cell?.columnHeader !== undefined)
    parts.push(`column ${textOf(place.cell.columnHeader)}`);
  if (place.quoted > 0) parts.push('quoted');
  return parts.join(', ');
}

function sentenceReport(analysis: Analysis, index: number, sentence: SentenceReading): string {
  const text = analysis.draft.blocks[index]?.text ?? '';
  const { start, end } = sentence.sentence;
  const inside = (span: { start: number; end: number }): boolean =>
    span.start < end && span.end > start;
  const claims = analysis.claims.filter(
    (claim) => claim.block === index && claim.sentence === sentence,
  );
  const findings = analysis.findings.filter(
    (finding) => finding.block === index && inside(finding.prose),
  );
  return [
    `sentence  ${brief(text.slice(start, end), 400)}`,
    `words     ${sentence.words.map(wordReport).join(' ')}`,
    `about     ${sentence.about}${sentence.question ? ', asked' : ''}${sentence.fragment ? ', no finite verb' : ''}`,
    ...sentence.cues.map(
      (cue) =>
        `cue       ${cue.name}${cue.rung === undefined ? '' : ` (rung ${cue.rung})`}: “${wordsOf(sentence, cue.first, cue.last)}”`,
    ),
    ...claims.map((claim) => claimReport(claim, text, weightReport(analysis, claim))),
    ...(findings.length > 0 ? findings.map(findingReport) : ['finding   none']),
  ].join('\n');
}

function wordReport({ norm, tag, form }: Word): string {
  return tag === 'verb' ? `${norm}/${tag}.${form}` : `${norm}/${tag}`;
}

function claimReport(
  { frame, actor, modality, excuse }: Claim,
  text: string,
  weight: readonly string[],
): string {
  const list = (names: ReadonlySet<string>): string => [...names].sort().join(' ') || 'none';
  const slots = [
    `verb ${list(frame.verb)}`,
    `form ${frame.form}${frame.passive ? ' passive' : ''}`,
    `actor ${frame.actor === actor ? actor : `${frame.actor}, here ${actor}`}`,
    `target ${list(frame.target)}`,
    `modality ${modality}${frame.rung === undefined ? '' : ` (rung ${frame.rung})`}`,
    `attribution ${frame.attribution}`,
  ];
  if (frame.main) slots.push(`main clause ${frame.main}`);
  if (excuse) slots.push(`excused: ${excuse}`);
  slots.push(...weight);
  const span = text.slice(frame.span.start, frame.span.end);
  return [`claim     “${brief(span, 120)}”`, ...slots.map((slot) => `          ${slot}`)].join(
    '\n',
  );
}

/** Words that are shown with their weights. */
const SHOWN = 6;

/** What the scorer makes of a claim, in logits. */
function weightReport({ draft, library }: Analysis, claim: Claim): readonly string[] {
  const { scorer } = library.lexicon;
  const block = draft.blocks[claim.block];
  if (!block || scorer.weights.size === 0 || !isWeighable(claim)) return [];
  const logits = (hundredths: number): string =>
    `${hundredths < 0 ? '−' : '+'}${(Math.abs(hundredths) / 100).toFixed(2)}`;
  const words = reasonsOf(claim, block, scorer)
    .slice(0, SHOWN)
    .map((reason) => `${reason.words} ${logits(reason.weight)}`);
  return [
    `words weigh ${logits(scoreOf(claim, block, scorer))}, warned of from ${logits(scorer.warning)}`,
    ...(words.length > 0 ? [`weightiest ${words.join(', ')}`] : []),
  ];
}

function findingReport({ rule, severity, text, message }: Finding): string {
  return `finding   ${rule} (${severity}): “${brief(text, 120)}”\n          ${message}`;
}

function wordsOf({ words }: SentenceReading, first: number, last: number): string {
  return words
    .slice(first, last)
    .map(({ norm }) => norm)
    .join(' ');
}

/** On one line, and no longer than a reader needs to know it again. */
function brief(text: string, length = 60): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > length ? `${flat.slice(0, length - 1)}…` : flat;
}
