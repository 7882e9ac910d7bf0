import assert from 'node:assert/strict';
import { unifiedDiff } from '../../server/cli/report-diff.ts';
import { claim, folderWith, harmless, hedgerow, removeFolders } from './support.ts';

const put = (text: string, old: string, by: string) => {
  const start = text.indexOf(old);
  return { span: { start, end: start + old.length }, text: by };
};

describe('hedgerow check --diff', () => {
  afterEach(removeFolders);

  it('prints rewordings as a patch, and nothing for a draft without warnings', () => {
    const cwd = folderWith({ 'a/claim.md': claim, 'plain.md': harmless });
    const { out, code } = hedgerow(['check', '--diff', '.'], { cwd });
    assert.equal(code, 1);
    assert.match(
      out,
      /^--- a\/a\/claim\.md\n\+\+\+ b\/a\/claim\.md\n@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@\n/,
    );
    assert.doesNotMatch(out, /plain\.md/);
    assert.equal(hedgerow(['check', '--format', 'diff', '.'], { cwd }).out, out);
  });

  const ten = Array.from({ length: 10 }, (_, at) => `line ${at + 1}\n`).join('');
  // prettier-ignore
  const rows: readonly (readonly [name: string, text: string, edits: readonly ReturnType<typeof put>[], body: string])[] = [
    ['a change with three lines around it', ten, [put(ten, '5', 'five')], '@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n line 6\n line 7\n line 8\n'],
    ['two changes near each other in one hunk', ten, [put(ten, '5', 'five'), put(ten, '7', 'seven')], '@@ -2,9 +2,9 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n line 6\n-line 7\n+line seven\n line 8\n line 9\n line 10\n'],
    ['two far from each other in two hunks', ten, [put(ten, '1\n', 'one\n'), put(ten, '10', 'ten')], '@@ -1,4 +1,4 @@\n-line 1\n+line one\n line 2\n line 3\n line 4\n@@ -7,4 +7,4 @@\n line 7\n line 8\n line 9\n-line 10\n+line ten\n'],
    ['a line that goes', ten, [put(ten, 'line 2\n', '')], '@@ -1,5 +1,4 @@\n line 1\n-line 2\n line 3\n line 4\n line 5\n'],
    ['lines that are joined', 'a\nb\nc\n', [put('a\nb\nc\n', 'a\nb', 'ab')], '@@ -1,3 +1,2 @@\n-a\n-b\n+ab\n c\n'],
    ['text put in at the end', 'a\nb', [put('a\nb', 'b', 'b\n\nc\n')], '@@ -1,2 +1,4 @@\n a\n-b\n\\ No newline at end of file\n+b\n+\n+c\n'],
    ['CRLF as it is', 'a\r\nb\r\n', [put('a\r\nb\r\n', 'a', 'A')], '@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\r\n'],
    ['the only line that goes', 'a\n', [put('a\n', 'a\n', '')], '@@ -1 +0,0 @@\n-a\n'],
    ['no control character that moves a cursor', 'a\u001B[2J\n', [put('a\u001B[2J\n', 'a', 'A')], '@@ -1 +1 @@\n-a\u241B[2J\n+A\u241B[2J\n'],
  ];
  for (const [name, text, edits, body] of rows)
    it(`writes ${name}`, () => {
      assert.equal(unifiedDiff('./x.md', text, edits), `--- a/x.md\n+++ b/x.md\n${body}`);
    });

  it('writes nothing where nothing changes', () => {
    assert.equal(unifiedDiff('x.md', 'a\n', []), '');
    assert.equal(unifiedDiff('x.md', 'a\n', [put('a\n', 'a', 'a')]), '');
  });
});
