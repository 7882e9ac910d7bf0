import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { checkJson, claim, folderWith, harmless, hedgerow, removeFolders } from './support.ts';

type Files = Readonly<Record<string, string>>;

/** What a check of `args` in a folder of these files reads. */
function read(files: Files, args: readonly string[] = ['.'], inside = '.'): readonly string[] {
  const { code, report } = checkJson(args, { cwd: path.join(folderWith(files), inside) });
  assert.equal(code, 0);
  return report.files.map((file) => file.path);
}

describe('the folders that hedgerow check walks', () => {
  afterEach(removeFolders);

  const drafts = { 'a.md': harmless, 'sub/b.md': harmless, 'sub/deep/c.md': harmless };
  const rows: readonly [
    name: string,
    files: Files,
    expected: readonly string[],
    args?: readonly string[],
  ][] = [
    [
      'give files with the four endings, in either case, and no others',
      { 'a.md': '', 'b.markdown': '', 'c.mdx': '', 'd.txt': '', 'E.MD': '', 'f.html': '', md: '' },
      ['E.MD', 'a.md', 'b.markdown', 'c.mdx', 'd.txt'],
    ],
    [
      'are not left for node_modules, .git or dist',
      { 'a.md': '', 'node_modules/b.md': '', 'x/dist/c.md': '', '.git/d.md': '', '.x/e.md': '' },
      ['.x/e.md', 'a.md'],
    ],
    [
      'are not left for node_modules with --no-ignore either',
      { 'a.md': '', 'node_modules/b.md': '' },
      ['a.md'],
      ['--no-ignore', '.'],
    ],
    ['heed .gitignore', { ...drafts, '.gitignore': 'sub/deep/\n' }, ['a.md', 'sub/b.md']],
    ['heed .hedgerowignore', { ...drafts, '.hedgerowignore': 'b.md' }, ['a.md', 'sub/deep/c.md']],
    [
      'heed neither with --no-ignore',
      { ...drafts, '.gitignore': 'sub', '.hedgerowignore': 'a.md' },
      ['a.md', 'sub/b.md', 'sub/deep/c.md'],
      ['--no-ignore', '.'],
    ],
    [
      'heed rules with CRLF, a byte order mark, comments and trailing spaces',
      { ...drafts, '.gitignore': '\uFEFFa.md  \r\n# sub\r\n\r\ndeep/\r\n' },
      ['sub/b.md'],
    ],
    [
      'heed rules of a folder below, for what lies below it alone',
      { ...drafts, 'b.md': '', 'sub/.gitignore': 'b.md\n/c.md\n' },
      ['a.md', 'b.md', 'sub/deep/c.md'],
    ],
    [
      'let rules of a folder below re-include what one above leaves out',
      { ...drafts, '.gitignore': '*.md', 'sub/.gitignore': '!b.md' },
      ['sub/b.md'],
    ],
    [
      'let .hedgerowignore re-include what .gitignore leaves out',
      { ...drafts, '.gitignore': 'sub', '.hedgerowignore': '!sub' },
      ['a.md', 'sub/b.md', 'sub/deep/c.md'],
    ],
    [
      'tell capitals apart in rules, on every system',
      { 'a.md': '', 'B.md': '', '.gitignore': 'A.md\nB.md\n' },
      ['a.md'],
    ],
    [
      'may have names that are patterns elsewhere',
      { '[x]/a.md': '', '[x]/b.md': '', 'x/a.md': '', '[x]/.gitignore': 'a.md' },
      ['[x]/b.md', 'x/a.md'],
    ],
    [
      'are walked when named, also if a rule above leaves them out',
      { 'out/a.md': '', 'out/b.md': '', 'out/.gitignore': 'b.md', '.gitignore': 'out/' },
      ['out/a.md'],
      ['out'],
    ],
    [
      'do not hide a file that is named',
      { 'a.md': '', '.gitignore': '*.md' },
      ['a.md'],
      ['.', 'a.md'],
    ],
  ];
  for (const [name, files, expected, args] of rows)
    it(name, () => assert.deepEqual(read(files, args), expected));

  it('heed the rules above them, up to the root of the repository', () => {
    const files = { '.gitignore': 'b.md', '.git/HEAD': '', ...drafts, 'sub/deep/b.md': '' };
    assert.deepEqual(read(files, ['.'], 'sub/deep'), ['c.md']);
    assert.deepEqual(read(files, ['deep'], 'sub'), ['deep/c.md']);
  });

  it('heed the rules above them, up to the working folder, where there is no repository', () => {
    assert.deepEqual(read({ '.gitignore': 'c.md', ...drafts }, ['sub']), ['sub/b.md']);
    assert.deepEqual(read({ '.gitignore': 'c.md', ...drafts }, ['deep'], 'sub'), ['deep/c.md']);
  });

  it('are walked once where links lead in a circle', () => {
    const cwd = folderWith(drafts);
    symlinkSync('..', path.join(cwd, 'sub/up'));
    symlinkSync(cwd, path.join(cwd, 'again'));
    const { report } = checkJson(['.'], { cwd });
    assert.equal(report.files.length, 3);
  });

  it('may hold links to drafts, and links that lead nowhere', () => {
    const cwd = folderWith({ 'one/a.md': harmless, 'two/x.png': '' });
    symlinkSync('../one/a.md', path.join(cwd, 'two/b.md'));
    symlinkSync('user@host.1234', path.join(cwd, 'two/.#lock.md'));
    const { code, report } = checkJson(['two'], { cwd });
    assert.deepEqual([code, report.files.map((file) => file.path)], [0, ['two/b.md']]);
  });

  it('may have the name of a draft', () => {
    assert.deepEqual(read({ 'x.md/a.md': '' }, ['x.md']), ['x.md/a.md']);
    assert.deepEqual(read({ 'x.md/a.md': '' }), ['x.md/a.md']);
  });

  it('are said to hold no drafts if they do not', () => {
    const cwd = folderWith({ 'notes.doc': '' });
    mkdirSync(path.join(cwd, 'none'));
    const { code, out, err } = hedgerow(['check', 'none', '.'], { cwd });
    assert.deepEqual([code, out], [0, '']);
    assert.match(
      err,
      /none: no drafts in this folder.*\n.*\.: no drafts in this folder.*--no-ignore/,
    );
  });
});

describe('a folder of many drafts', () => {
  afterEach(removeFolders);

  const names = Array.from({ length: 60 }, (_, at) => `${String(at).padStart(2, '0')}.md`);
  const files = Object.fromEntries(
    names.map((name, at) => [name, at % 3 === 0 ? claim : harmless]),
  );

  it('is reported as its drafts are one by one, in order', () => {
    const cwd = folderWith(files);
    const whole = checkJson(['.'], { cwd });
    const few = names.slice(0, 4).flatMap((name) => checkJson([name], { cwd }).report.files);
    assert.equal(whole.code, 1);
    assert.deepEqual(
      whole.report.files.map((file) => file.path),
      names,
    );
    assert.deepEqual(whole.report.files.slice(0, 4), few);
  });

  it('is summed up', () => {
    const { out } = hedgerow(['check', '.'], { cwd: folderWith(files) });
    assert.match(out, /20 findings in 20 of 60 files/);
  });

  it('tells each problem once, and reads the rest', () => {
    const cwd = folderWith({ ...files, '.hedgerow.yml': 'severities: 3\n' });
    const { report } = checkJson(['.'], { cwd });
    assert.equal(report.problems.length, 1);
    assert.equal(report.files.length, 60);
  });
});
