import assert from 'node:assert/strict';
import {
  analyze,
  rewordingsFor,
  type Analysis,
  type Edit,
  type Example,
  type Finding,
  type Library,
  type Rule,
} from '../../server/core/index.ts';
import { library, optionalLibraries } from './library.ts';

const HEADING = '# Stem cell therapy\n\n';

/** Each rule with the library that it is used with. */
const RULES = [library(), ...optionalLibraries()].flatMap((known) =>
  [...known.rules.values()].map((rule) => [rule, known] as const),
);

for (const [rule, known] of RULES) {
  describe(`the rule ${rule.id}`, () => {
    for (const example of rule.flags)
      it(`${rule.id} flags: ${nameOf(example)}`, () => {
        const analysis = read(rule, example, known);
        const finding = only(rule, analysis);
        assert.equal(finding.text, example.marks);
      });

    for (const example of rule.flags.filter(({ becomes }) => becomes !== undefined))
      it(`${rule.id} rewords: ${nameOf(example)}`, () => {
        const analysis = read(rule, example, known);
        const [offer] = rewordingsFor(analysis, only(rule, analysis));
        const reworded = applied(analysis.draft.source, offer?.edits ?? []);
        assert.equal(reworded, sourceOf({ text: example.becomes ?? '' }));
        const { findings } = analyze(reworded, known);
        assert.deepEqual(
          findings.filter((one) => one.rule === rule.id || isStrong(one)).map(shown),
          [],
        );
      });

    for (const example of rule.allows)
      it(`${rule.id} allows: ${nameOf(example)}`, () => {
        const wrong = read(rule, example, known).findings.filter(
          (one) => one.rule === rule.id || (!isOnDrafts(rule) && isStrong(one)),
        );
        assert.deepEqual(wrong.map(shown), []);
      });

    it(`${rule.id} has six examples that it flags, all marked, and four near misses`, () => {
      assert.ok(rule.flags.length >= 6, `${rule.flags.length} flagged`);
      assert.ok(rule.allows.length >= 4, `${rule.allows.length} allowed`);
      assert.deepEqual(rule.flags.filter(({ marks }) => marks === undefined).map(nameOf), []);
    });

    it(`${rule.id} speaks in two sentences at most: it states, or asks for information`, () => {
      for (const { message, severity } of rule.cases) {
        assert.ok(sentencesOf(message) <= 2, message);
        assert.match(message, severity === 'information' ? /\?$/ : /\.$/);
      }
    });

    it(`${rule.id} gives its reasons in two to four sentences`, () => {
      const count = sentencesOf(rule.rationale);
      assert.ok(count >= 2 && count <= 4, `${count} sentences`);
    });
  });
}

/** The text as a draft on stem cell therapy, unless it has a title of its own. */
function sourceOf({ text }: Example): string {
  return text.startsWith('# ') ? text : `${HEADING}${text}\n`;
}

function read({ under }: Rule, example: Example, known: Library): Analysis {
  return analyze(sourceOf(example), known, under);
}

/** Rules on whole drafts judge claims that other rules may object to. */
function isOnDrafts({ cases }: Rule): boolean {
  return cases.every(({ when }) => when['document'] !== undefined);
}

/** The one finding; of a rule on whole drafts, its only one. */
function only(rule: Rule, { findings }: Analysis): Finding {
  const all = isOnDrafts(rule) ? findings.filter((one) => one.rule === rule.id) : findings;
  const [finding] = all;
  assert.deepEqual(
    all.map((one) => one.rule),
    [rule.id],
    findings.map(shown).join('; '),
  );
  assert.ok(finding);
  return finding;
}

function applied(source: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end),
      source,
    );
}

function isStrong({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function shown({ rule, severity, text }: Finding): string {
  return `${rule} ${severity} “${text}”`;
}

function nameOf({ text }: Example): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= 90 ? flat : `${flat.slice(0, 89)}…`;
}

function sentencesOf(text: string): number {
  return text.split(/(?<=[.!?]”?)\s+(?=[“\p{Lu}])/u).length;
}
