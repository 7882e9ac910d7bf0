import assert from 'node:assert/strict';
import {
  checkJson,
  claim,
  folderWith,
  harmless,
  hedgerow,
  removeFolders,
  type ReportedFinding,
} from './support.ts';

const severities = ['error', 'warning', 'information', 'hint'];

describe('hedgerow check', () => {
  afterEach(removeFolders);

  describe('exit code', () => {
    for (const least of [...severities, 'never'])
      it(`is 1 with --fail-on ${least} exactly if a finding is at least so grave`, () => {
        const cwd = folderWith({ 'claim.md': claim, 'plain.md': harmless });
        const { code, report } = checkJson(['--fail-on', least, '.'], { cwd });
        const found = report.files.flatMap(({ findings }) => findings);
        const failing = severities.slice(0, severities.indexOf(least) + 1);
        assert.ok(found.length > 0);
        assert.equal(code, found.some(({ severity }) => failing.includes(severity)) ? 1 : 0);
      });

    const rows: readonly [name: string, args: readonly string[], code: number][] = [
      ['is 0 for a draft without findings', ['plain.md'], 0],
      ['is 1 for a claim, since --fail-on is warning unless given', ['claim.md'], 1],
      ['is 0 for a claim that may stand', ['--fail-on', 'never', 'claim.md'], 0],
      ['is 2 for a file that does not exist', ['plain.md', 'gone.md'], 2],
      ['is 2 rather than 1 if a claim was found as well', ['claim.md', 'gone.md'], 2],
      ['is 2 rather than 0 with --fail-on never', ['--fail-on', 'never', 'gone.md'], 2],
      ['is 0 for a folder without drafts', ['empty'], 0],
    ];
    for (const [name, args, code] of rows)
      it(name, () => {
        const files = { 'claim.md': claim, 'plain.md': harmless, 'empty/photo.png': 'x' };
        assert.equal(hedgerow(['check', ...args], { cwd: folderWith(files) }).code, code);
      });
  });

  it('goes by the packs and the place that the project names', () => {
    const supplements = folderWith({
      '.hedgerow.yml': 'packs: [supplements]\n',
      'a.md': '# Vitamins\n\nTurmeric cures diabetes.\n',
    });
    const perth = folderWith({
      '.hedgerow.yml': 'kind: promotional\njurisdiction: AU\n',
      'a.md': '# Our clinic\n\nAsk us about PRP.\n',
    });
    const rules = [supplements, perth].map((cwd) =>
      checkJson(['.'], { cwd }).report.files.flatMap(({ findings }) =>
        findings.map(({ rule }) => rule),
      ),
    );
    assert.deepEqual(rules, [['supplement-cures-disease'], ['advertised-to-public']]);
  });

  describe('json', () => {
    it('lists every checked file, also those without findings, in the order of their paths', () => {
      const files = { 'z.md': harmless, 'b/x.md': claim, 'b-c.md': harmless, 'a.txt': claim };
      const { report } = checkJson(['z.md', 'b', '.'], { cwd: folderWith(files) });
      const paths = report.files.map((file) => file.path);
      assert.deepEqual(paths, ['a.txt', 'b-c.md', 'b/x.md', 'z.md']);
      assert.deepEqual(report.problems, []);
    });

    it('lists a file once, however often it is named', () => {
      const cwd = folderWith({ 'a/b.md': claim });
      const { report } = checkJson(['a', './a/b.md', 'a/../a/b.md', `${cwd}/a`], { cwd });
      assert.deepEqual(
        report.files.map((file) => file.path),
        ['a/b.md'],
      );
    });

    it('shows absolute paths for what was named so', () => {
      const cwd = folderWith({ 'a.md': claim });
      assert.equal(checkJson([cwd], { cwd }).report.files[0]?.path, `${cwd}/a.md`);
    });

    it('is an empty list for a folder without drafts', () => {
      const { code, report } = checkJson(['.'], { cwd: folderWith({}) });
      assert.deepEqual([code, report.files], [0, []]);
    });

    it('gives edits within the file, whose ranges are those of the text', () => {
      const { report } = checkJson(['a.md'], { cwd: folderWith({ 'a.md': claim }) });
      const edits = report.files[0]?.findings.flatMap(({ fixes }) =>
        fixes.flatMap((fix) => fix.edits),
      );
      assert.ok(edits !== undefined && edits.length > 0);
      for (const { start, end } of edits) assert.ok(start <= end && end <= claim.length);
    });
  });

  describe('positions', () => {
    const rows: readonly [name: string, before: string, line: number, column: number][] = [
      ['count from 1', '', 1, 1],
      ['count lines that end with LF', 'One.\n\n', 3, 1],
      ['count lines that end with CRLF', 'One.\r\n\r\n', 3, 1],
      ['count lines that end with a lone CR', 'One.\r\r', 3, 1],
      ['count an emoji as two units', '🎉 ', 1, 4],
      ['count a byte order mark as one unit', '\uFEFF', 1, 2],
      ['count a no-break space as one unit', 'So.\u00A0', 1, 5],
    ];
    for (const [name, before, line, column] of rows)
      it(name, () => {
        const text = before + claim;
        const { report } = checkJson(['a.md'], { cwd: folderWith({ 'a.md': text }) });
        const { start, end, text: marked } = only(report.files[0]?.findings);
        assert.equal(text.slice(start.offset, end.offset), marked);
        assert.equal(start.line, line);
        assert.equal(start.column - column, claim.indexOf(marked));
        assert.equal(start.offset, before.length + claim.indexOf(marked));
      });

    for (const [name, encoding, mark] of [
      ['little-endian', 'utf-16le', [0xff, 0xfe]],
      ['big-endian', 'utf-16be', [0xfe, 0xff]],
    ] as const)
      it(`count units of the decoded text in a ${name} UTF-16 file`, () => {
        const bytes = Buffer.from(claim, 'utf16le');
        if (encoding === 'utf-16be') bytes.swap16();
        const cwd = folderWith({ 'a.md': Buffer.concat([Buffer.from(mark), bytes]) });
        const { report } = checkJson(['a.md'], { cwd });
        const { start, text } = only(report.files[0]?.findings);
        assert.equal(start.offset, 1 + claim.indexOf(text));
        assert.deepEqual(report.files[0]?.notices, []);
      });
  });

  describe('standard input', () => {
    it('is read where a path is -', () => {
      const { code, report } = checkJson(['-'], { input: claim });
      assert.equal(code, 1);
      assert.equal(report.files[0]?.path, '<stdin>');
    });

    it('is called by --stdin-filename, and has its place among the paths', () => {
      const cwd = folderWith({ 'a.md': harmless, 'z.md': harmless });
      const args = ['z.md', '-', 'a.md', '--stdin-filename', 'm/draft.md'];
      const { report } = checkJson(args, { cwd, input: claim });
      assert.deepEqual(
        report.files.map(({ path, findings }) => [path, findings.length > 0]),
        [
          ['a.md', false],
          ['m/draft.md', true],
          ['z.md', false],
        ],
      );
    });

    it('has the configuration of the folder that its name is in', () => {
      const cwd = folderWith({ 'm/.hedgerow.yml': 'nonsense: 1\n' });
      const { code, report } = checkJson(['-', '--stdin-filename', 'm/draft.md'], {
        cwd,
        input: '',
      });
      assert.deepEqual([code, report.problems[0]?.file], [2, 'm/.hedgerow.yml']);
    });

    it('may be empty', () => {
      assert.equal(checkJson(['-'], { input: '' }).code, 0);
    });
  });

  describe('text', () => {
    it('has a line for each finding, as compilers write them, and a sum', () => {
      const { out } = hedgerow(['check', 'a.md'], { cwd: folderWith({ 'a.md': claim }) });
      assert.match(out, /^a\.md:1:\d+: (error|warning): .+ \[[a-z-]+\]$/m);
      assert.match(out, /\d+ findings? in 1 file: .+\.\n$/);
    });

    it('has a line for another place that a finding bears on', () => {
      const cwd = folderWith({
        'a.md': 'Stem cells may ease pain.\n\nStem cells can ease pain.\n',
      });
      assert.match(hedgerow(['check', 'a.md'], { cwd }).out, /^a\.md:1:12: note: Hedged here\.$/m);
      const { report } = checkJson(['a.md'], { cwd });
      const [other] = report.files[0]?.findings[0]?.related ?? [];
      assert.deepEqual([other?.start.line, other?.message], [1, 'Hedged here.']);
    });

    it('says so where there is nothing to flag', () => {
      const cwd = folderWith({ 'a.md': harmless, 'b.md': harmless });
      assert.equal(hedgerow(['check', '.'], { cwd }).out, 'Nothing to flag in 2 files.\n');
    });

    it('has no colours where it is not read on a terminal', () => {
      const cwd = folderWith({ 'a.md': claim });
      const { out } = hedgerow(['check', 'a.md'], { cwd, env: { TERM: 'xterm-256color' } });
      assert.ok(!out.includes('\u001B'));
    });

    it('shows no control character of a file name or a draft', () => {
      const cwd = folderWith({ 'a\u001B[31m\nb.md': `\u001B]0;x\u0007 ${claim}` });
      for (const format of ['text', 'demo', 'json']) {
        const { out } = hedgerow(['check', '--format', format, '.'], { cwd });
        assert.doesNotMatch(out.replaceAll('\n', ''), /\p{Cc}/u);
      }
    });
  });
});

function only(findings: readonly ReportedFinding[] | undefined): ReportedFinding {
  const cure = findings?.find(({ text }) => text.includes('cures'));
  assert.ok(cure);
  return cure;
}
