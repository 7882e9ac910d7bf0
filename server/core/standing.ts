/** Which findings stand, and which were set aside by comments, accepted claims or approved statements. */

import type { SentenceReading, Reading } from './claims.ts';
import type { Draft, Finding, Options, Rule } from './model.ts';
import type { Remark, SetAside } from './set-aside.ts';
import { didYouMean } from './suggest.ts';
import { reasonPlaceholder, suppressionsOf, wholeOf, type Suppression } from './suppressions.ts';

export interface Standing {
  readonly findings: readonly Finding[];
  readonly setAside: readonly SetAside[];
  readonly remarks: readonly Remark[];
}

interface Whole {
  readonly draft: Draft;
  readonly readings: readonly Reading[];
  readonly options: Options;
  readonly rules: ReadonlyMap<string, Rule>;
}

export function standing(all: readonly Finding[], whole: Whole): Standing {
  const { suppressions, remarks } = suppressionsOf(whole.draft);
  const { accepted = [], approved = [] } = whole.options;
  if (suppressions.length + accepted.length + approved.length === 0)
    return { findings: all, setAside: [], remarks };
  const heeded = suppressions.filter((one) => isHeeded(one, whole.options));
  const used = new Set<string>();
  const findings: Finding[] = [];
  const setAside: SetAside[] = [];
  for (const finding of all) {
    const by = suppressedBy(finding, heeded);
    for (const { index, rule } of by) used.add(keyOf(index, rule));
    const first = by[0] && heeded[by[0].index];
    const aside = first ? because('suppression', first.reason) : setAsideBy(finding, whole);
    if (aside) setAside.push({ finding, ...aside });
    else findings.push(finding);
  }
  const faults = suppressions.flatMap((one) =>
    remarksOn(one, (rule) => used.has(keyOf(heeded.indexOf(one), rule)), whole),
  );
  return {
    findings,
    setAside,
    remarks: [...remarks, ...faults].sort((a, b) => a.span.start - b.span.start),
  };
}

/** The sentence of a finding as prose on one line: what an accepted claim is known by. */
export function claimText({ block, prose }: Finding, { draft, readings }: ClaimPlace): string {
  const touched = (readings[block]?.sentences ?? []).filter(
    ({ sentence }: SentenceReading) => sentence.start < prose.end && sentence.end > prose.start,
  );
  const start = touched[0]?.sentence.start ?? prose.start;
  const end = touched.at(-1)?.sentence.end ?? prose.end;
  return onOneLine(draft.blocks[block]?.text.slice(start, end) ?? '');
}

type ClaimPlace = Pick<Whole, 'draft' | 'readings'>;

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const keyOf = (index: number, rule: string): string => `${index} ${rule}`;

/** Whoever asks for reasons does not heed a suppression without one. */
function isHeeded({ reason }: Suppression, { requireReason }: Options): boolean {
  return requireReason !== true || isReason(reason);
}

const isReason = (reason: string | undefined): boolean =>
  reason !== undefined && reason !== reasonPlaceholder;

/** Every suppression that a finding is under, and the rule by which each names it. */
function suppressedBy({ rule, span }: Finding, heeded: readonly Suppression[]) {
  return heeded.flatMap(({ rules, reach }, index) => {
    if (span.start < reach.start || span.start >= reach.end) return [];
    if (rules.length === 0) return [{ index, rule: '' }];
    return rules.includes(rule) ? [{ index, rule }] : [];
  });
}

function setAsideBy(finding: Finding, whole: Whole): Omit<SetAside, 'finding'> | undefined {
  const { accepted = [], approved = [] } = whole.options;
  if (accepted.length > 0) {
    const claim = claimText(finding, whole);
    const found = accepted.find((one) => one.rule === finding.rule && one.claim === claim);
    if (found) return because('acceptance', found.reason);
  }
  const statement = approved.find(({ text }) => covers(text, finding, whole.draft));
  return statement && because('statement', statement.reference);
}

/** Whether an approved statement stands, word for word, where the finding is. */
function covers(statement: string, { block, basis }: Finding, { blocks }: Draft): boolean {
  const wanted = onOneLine(statement);
  const text = blocks[block]?.text ?? '';
  const found = onOneLine(text);
  if (wanted === '' || !found.includes(wanted)) return false;
  const start = onOneLine(text.slice(0, basis.start)).length;
  const end = onOneLine(text.slice(0, basis.end)).length;
  for (let at = found.indexOf(wanted); at >= 0; at = found.indexOf(wanted, at + 1))
    if (at <= start && end <= at + wanted.length) return true;
  return false;
}

function because(by: SetAside['by'], reason: string | undefined): Omit<SetAside, 'finding'> {
  return { by, ...(reason !== undefined && { reason }) };
}

// --- What is wrong with a suppression ------------------------------------------------------------

function remarksOn(
  one: Suppression,
  isUsed: (rule: string) => boolean,
  { draft: { source }, options, rules: known }: Whole,
): readonly Remark[] {
  const { comment, rules } = one;
  if (!isHeeded(one, options)) return [withoutReason(one)];
  const unknown = rules.filter((rule) => !known.has(rule));
  const unused = (rules.length === 0 ? [''] : rules).filter(
    (rule) => !unknown.includes(rule) && !isUsed(rule) && options.severities?.[rule] !== 'off',
  );
  const { span } = comment;
  const fix = (gone: readonly string[]) => withoutRules(one, gone, source);
  return [
    ...unknown.map((rule) => ({
      span,
      code: 'unknown-rule' as const,
      severity: 'warning' as const,
      message: `There is no rule “${rule}”.${didYouMean(rule, known.keys())} Correct it, or remove it.`,
      fix: fix([rule]),
    })),
    ...(unused.length === 0
      ? []
      : [
          {
            span,
            code: 'unused-suppression' as const,
            severity: 'warning' as const,
            message: `Nothing is found here that this leaves out${named(unused)}. Remove it.`,
            fix: fix(unused),
          },
        ]),
  ];
}

const named = (rules: readonly string[]): string =>
  rules.some((rule) => rule !== '') ? ` (${rules.join(', ')})` : '';

function withoutReason({ comment, reason }: Suppression): Remark {
  const { span } = comment;
  const why = 'This project asks why something is left out';
  return {
    span,
    code: 'missing-reason',
    severity: 'warning',
    message:
      reason === undefined
        ? `${why}: write “-- ” and the reason. Until then the comment is not heeded.`
        : `${why}: put the reason in place of “${reason}”. Until then the comment is not heeded.`,
  };
}

/** Takes rules out of a suppression, and the suppression out of the draft if none is left. */
function withoutRules(
  { comment, rules, directive, reason }: Suppression,
  gone: readonly string[],
  source: string,
): NonNullable<Remark['fix']> {
  const left = rules.filter((rule) => !gone.includes(rule));
  if (left.length === 0)
    return {
      title: 'Remove this suppression',
      edits: [{ span: wholeOf(comment, source), text: '' }],
    };
  const { start, end } = comment.span;
  const written = source.slice(start, end);
  const at = start + written.indexOf(comment.text);
  const text = `${directive} ${left.join(', ')}${reason === undefined ? '' : ` -- ${reason}`}`;
  return {
    title: `Remove ${gone.map((rule) => `“${rule}”`).join(' and ')} from this suppression`,
    edits: [{ span: { start: at, end: at + comment.text.length }, text }],
  };
}
