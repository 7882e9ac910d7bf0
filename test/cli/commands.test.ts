import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { claim, folderWith, hedgerow, removeFolders } from './support.ts';

describe('the command line', () => {
  afterEach(removeFolders);

  it('prints the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(hedgerow(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  for (const args of [['--help'], ['-h'], ['help']])
    it(`lists the commands for: hedgerow ${args.join(' ')}`, () => {
      const { code, out } = hedgerow(args);
      assert.equal(code, 0);
      for (const name of ['check', 'evidence', 'explain', 'rules', 'terms'])
        assert.match(out, new RegExp(`^  ${name} +\\w`, 'm'));
    });

  for (const name of ['check', 'evidence', 'explain', 'rules', 'terms'])
    it(`tells the usage of ${name}, by help and by --help`, () => {
      const { code, out } = hedgerow(['help', name]);
      assert.equal(code, 0);
      assert.ok(out.startsWith(`Usage: hedgerow ${name} `));
      assert.deepEqual(hedgerow([name, '--help']).out, out);
    });

  describe('terms', () => {
    it('lists the glossary as JSON, by id', () => {
      const { code, out } = hedgerow(['terms', '--format', 'json']);
      const terms = JSON.parse(out) as readonly Record<string, unknown>[];
      assert.equal(code, 0);
      assert.ok(terms.length > 0);
      const ids = terms.map(({ id }) => String(id));
      assert.deepEqual(ids, ids.toSorted());
      for (const { forms, definition, kind, sources } of terms) {
        assert.ok(Array.isArray(forms) && forms.length > 0);
        assert.ok(Array.isArray(sources));
        assert.match(`${String(kind)}: ${String(definition)}`, /^[a-z]+: \S/);
      }
    });

    it('lists the glossary for people', () => {
      const { code, out } = hedgerow(['terms']);
      assert.equal(code, 0);
      assert.match(out, /^\S.* \((condition|mechanism|outcome|trial)\)\n( {2}.+\n)+\n/m);
    });
  });

  describe('evidence', () => {
    it('lists the rows as JSON', () => {
      const { code, out } = hedgerow(['evidence', '--format', 'json']);
      const rows = JSON.parse(out) as readonly Record<string, unknown>[];
      assert.equal(code, 0);
      assert.ok(rows.length > 0);
      for (const { id, line, certainty, citations, checked } of rows) {
        assert.match(`${String(id)}: ${String(line)}`, /^[a-z0-9-]+: [A-Z].*\.$/);
        assert.match(`${String(certainty)} ${String(checked)}`, /^[a-z-]+ \d{4}-\d\d-\d\d$/);
        assert.ok(Array.isArray(citations) && citations.length > 0);
      }
    });

    it('lists the rows that have some words, for people', () => {
      const { code, out } = hedgerow(['evidence', 'Knee', 'prp']);
      assert.equal(code, 0);
      assert.match(out, /^PRP has given mixed results .*\n( {2}.+\n)+\n/m);
      assert.match(out, /not clinically reviewed/);
      assert.doesNotMatch(out, /rotator cuff/);
    });

    it('says so where no row has the words', () => {
      const { code, out, err } = hedgerow(['evidence', 'unicorn']);
      assert.deepEqual([code, out], [0, '']);
      assert.match(err, /No row has these words\. All: hedgerow evidence/);
    });
  });

  it('lists the terms that have some words', () => {
    const { out } = hedgerow(['terms', 'tennis', 'elbow', '--format', 'json']);
    const ids = (JSON.parse(out) as readonly { id: string }[]).map(({ id }) => id);
    assert.deepEqual(ids, ['lateral-elbow-pain']);
  });

  describe('rules', () => {
    it('lists the rules as JSON, by id', () => {
      const { code, out } = hedgerow(['rules', '--format', 'json']);
      const rules = JSON.parse(out) as readonly { id: string }[];
      assert.equal(code, 0);
      assert.ok(rules.some(({ id }) => id === 'cure-claim'));
      assert.deepEqual(
        rules.map(({ id }) => id),
        rules.map(({ id }) => id).toSorted(),
      );
    });

    it('lists the rules for people, a line each', () => {
      assert.match(hedgerow(['rules']).out, /^cure-claim +(error|warning) +\S/m);
    });

    it('tells all about a rule', () => {
      assert.match(
        hedgerow(['rules', 'cure-claim']).out,
        /^cure-claim: .*Sources:.*Flags:.*Allows:/s,
      );
    });

    it('finds the rule that was meant', () => {
      const { code, err } = hedgerow(['rules', 'cure-clam']);
      assert.equal(code, 2);
      assert.match(err, /Unknown rule “cure-clam”. Did you mean “cure-claim”\?/);
    });
  });

  describe('explain', () => {
    it('tells how a line is read', () => {
      const { code, out } = hedgerow(['explain', 'a.md:1'], { cwd: folderWith({ 'a.md': claim }) });
      assert.equal(code, 0);
      assert.match(out, /cures/);
    });

    it('says so where there is nothing to read', () => {
      const { code, out } = hedgerow(['explain', 'a.md:2'], { cwd: folderWith({ 'a.md': claim }) });
      assert.deepEqual([code, /\w/.test(out)], [0, true]);
    });
  });
});
