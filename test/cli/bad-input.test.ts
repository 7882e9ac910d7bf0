import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, openSync, closeSync, rmSync, symlinkSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import {
  checkJson,
  claim,
  folderWith,
  harmless,
  hedgerow,
  parseReport,
  program,
  removeFolders,
} from './support.ts';

describe('bad input', () => {
  afterEach(removeFolders);

  describe('of a file that is no draft as it should be', () => {
    const rows: readonly [
      name: string,
      content: string | Uint8Array,
      notice: RegExp | undefined,
      findings: boolean,
    ][] = [
      ['reads an empty file', '', undefined, false],
      [
        'leaves a binary file unread',
        Buffer.from([0x89, 0x50, 0, 1, 2]),
        /binary file.*UTF-8/,
        false,
      ],
      [
        'reads invalid UTF-8 with replacements, and says where the first is',
        Buffer.concat([Buffer.from([0xe9, 0x20]), Buffer.from(claim)]),
        /not valid UTF-8.*positions count/,
        true,
      ],
      [
        'reads UTF-16 that ends in half a unit',
        Buffer.concat([Buffer.from(`\uFEFF${claim}`, 'utf16le'), Buffer.from([0x41])]),
        /not valid UTF-16LE/,
        true,
      ],
      ['leaves a file of 33 MiB unread', Buffer.alloc(33 << 20, 'a '), /larger than 32 MiB/, false],
      ['leaves a line of 5 MB unread', 'so it goes '.repeat(450_000), /./, false],
    ];
    for (const [name, content, notice, findings] of rows)
      it(name, () => {
        const cwd = folderWith({ 'a.md': content });
        const { code, report } = checkJson(['a.md'], { cwd });
        const file = report.files[0];
        assert.ok(file);
        assert.equal(code, findings ? 1 : 0);
        assert.equal(file.findings.length > 0, findings);
        assert.equal(file.notices.length, notice ? 1 : 0);
        if (notice) assert.match(file.notices[0]?.message ?? '', notice);
      });

    it('tells notices in text and in the demonstration too', () => {
      const cwd = folderWith({ 'a.md': Buffer.from([0]) });
      for (const format of ['text', 'demo'])
        assert.match(hedgerow(['check', '--format', format, '.'], { cwd }).out, /binary file/);
    });
  });

  describe('of a path that cannot be read', () => {
    const rows: readonly [name: string, args: readonly string[], file: string, message: RegExp][] =
      [
        ['names a missing file', ['gone.md'], 'gone.md', /no such file or folder/],
        ['names a missing folder', ['gone/there'], 'gone/there', /no such file or folder/],
        ['names a file used as a folder', ['a.md/b.md'], 'a.md/b.md', /not a folder/],
        ['names a link that leads in a circle', ['loop.md'], 'loop.md', /in a circle/],
        ['says which files are read', ['a.docx'], 'a.docx', /\.md, \.markdown, \.mdx or \.txt/],
        ['says so of a file without ending', ['Makefile'], 'Makefile', /\.md, \.markdown/],
        [
          'says so of --stdin-filename',
          ['-', '--stdin-filename', 'a.pdf'],
          'a.pdf',
          /\.md, \.markdown/,
        ],
      ];
    for (const [name, args, file, message] of rows)
      it(`${name}, and checks the rest`, () => {
        const cwd = folderWith({ 'a.md': claim, 'a.docx': '', Makefile: '' });
        symlinkSync('loop.md', path.join(cwd, 'loop.md'));
        const { code, err, report } = checkJson([...args, 'a.md'], { cwd });
        assert.equal(code, 2);
        assert.equal(report.problems[0]?.file, file);
        assert.match(report.problems[0].message, message);
        assert.ok(err.includes(`hedgerow: ${file}: `));
        assert.deepEqual(
          report.files.map((each) => each.path),
          ['a.md'],
        );
      });

    it('outlives a draft that is deleted between the walk and its turn', async () => {
      const cwd = folderWith({ 'a.md': claim, 'z.md': harmless });
      const args = ['check', '--format', 'json', '.', '-', '--stdin-filename', 'm.md'];
      const child = spawn(process.execPath, [program, ...args], { cwd });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        // a.md is out, so the walk is over; m.md waits for its input, and z.md for m.md.
        if (!out.includes('"a.md"') && (out + text).includes('"a.md"')) {
          rmSync(path.join(cwd, 'z.md'));
          child.stdin.end(harmless);
        }
        out += text;
      });
      const [code] = (await once(child, 'close')) as [number];
      const { files, problems } = parseReport(out);
      assert.equal(code, 2);
      assert.deepEqual(
        files.map((file) => file.path),
        ['a.md', 'm.md'],
      );
      assert.equal(problems[0]?.file, 'z.md');
      assert.match(problems[0].message, /no such file/);
    });
  });

  describe('of arguments', () => {
    const rows: readonly [args: string, complaint: RegExp][] = [
      ['', /Name a command: check/],
      ['chekc a.md', /Unknown command “chekc”. Did you mean “check”\?/],
      ['zzzzzz', /Unknown command “zzzzzz”. See: hedgerow --help/],
      ['a.md', /To check a draft: hedgerow check a\.md/],
      ['--format json', /Options follow a command/],
      ['help chekc', /Did you mean “check”\?/],
      ['check', /Name the files or folders to check, or - for standard input/],
      ['check --fromat json a.md', /Unknown option “--fromat”. Did you mean “--format”\?/],
      ['check -x a.md', /Unknown option “-x”\. See: hedgerow help check/],
      ['check --format', /'--format <value>' argument missing/],
      ['check --no-ignore=yes a.md', /'--no-ignore' does not take an argument/],
      ['check --format jsn a.md', /Unknown value “jsn” for --format. Did you mean “json”\?/],
      ['check --fail-on warnings a.md', /Did you mean “warning”\? Use error, warning/],
      ['check --stdin-filename x.md a.md', /add - to the paths/],
      ['explain', /Name one line of one draft, such as draft\.md:12/],
      ['explain a.md', /Name one line/],
      ['explain a.md:0', /Name one line/],
      ['explain a.md:1 a.md:2', /Name one line/],
      ['explain a.md:99', /a\.md ends on line 2: there is no line 99/],
      ['explain gone.md:1', /gone\.md: Cannot be read: no such file/],
      ['terms --format xml', /Unknown value “xml”/],
      ['rules no-such-rule-at-all', /Unknown rule “no-such-rule-at-all”/],
    ];
    for (const [args, complaint] of rows)
      it(`explains what is wrong with: hedgerow ${args}`, () => {
        const cwd = folderWith({ 'a.md': claim });
        const { code, out, err } = hedgerow(args.split(' ').filter(Boolean), { cwd });
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, complaint);
        assert.equal(err.trimEnd().split('\n').length, 1);
      });
  });

  describe('of a configuration', () => {
    it('is told with file and line, once, and the drafts are checked', () => {
      const files = { '.hedgerow.yml': '# ours\nkindd: press\n', 'a.md': claim, 'b/c.md': claim };
      const { code, report } = checkJson(['.'], { cwd: folderWith(files) });
      assert.equal(code, 2);
      assert.equal(report.files.filter(({ findings }) => findings.length > 0).length, 2);
      assert.equal(report.problems.length, 1);
      const { file, line, message } = report.problems[0] ?? assert.fail();
      assert.deepEqual([file, line], ['.hedgerow.yml', 2]);
      assert.match(
        message,
        /^Unknown key “kindd”\. Did you mean “kind”\? Known are kind, .* or \w+\.$/,
      );
    });

    it('is told where it cannot be read', () => {
      const { code, report } = checkJson(['.'], {
        cwd: folderWith({ '.hedgerow.yml/x.md': harmless, 'a.md': harmless }),
      });
      assert.equal(code, 2);
      assert.match(report.problems[0]?.message ?? '', /cannot be read: it is a folder/);
    });
  });

  describe('of the library', () => {
    const rows: readonly [name: string, content: string | undefined, complaint: RegExp][] = [
      ['is missing', undefined, /library\.json cannot be read \(no such file.*npm run build/],
      ['is cut short', '{"packs":[', /cannot be read \(SyntaxError/],
      ['is something else', '{"packs":3}', /is damaged/],
      ['has a pack without files', '{"packs":[{"id":"x"}]}', /is damaged/],
    ];
    for (const [name, content, complaint] of rows)
      it(`explains what to do where it ${name}`, () => {
        const cwd = folderWith(content === undefined ? {} : { 'library.json': content });
        copyFileSync(program, path.join(cwd, 'cli.js'));
        const run = hedgerow(['check', '-'], { cwd, program: path.join(cwd, 'cli.js') });
        assert.deepEqual([run.code, run.out], [2, '']);
        assert.match(run.err, complaint);
      });

    it('lists bad pack data as problems, and checks with the rest', () => {
      const pack = { id: 'x', files: { 'rules/cure.yml': { nonsense: true }, 'sources.yml': 3 } };
      const cwd = folderWith({ 'library.json': JSON.stringify({ packs: [pack] }), 'a.md': '' });
      copyFileSync(program, path.join(cwd, 'cli.js'));
      const { code, report } = checkJson(['a.md'], { cwd, program: path.join(cwd, 'cli.js') });
      assert.equal(code, 2);
      assert.ok(report.problems.some(({ file }) => file.includes('rules/cure.yml')));
      assert.equal(report.files.length, 1);
    });
  });

  describe('of standard output', () => {
    it('ends quietly when the reader goes', async () => {
      const cwd = folderWith({ 'a.md': claim.repeat(20_000) });
      const child = spawn(process.execPath, [program, 'check', 'a.md'], { cwd });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.stdout.once('data', () => child.stdout.destroy());
      const [, signal] = (await once(child, 'close')) as [number, string | null];
      assert.deepEqual([signal, err], [null, '']);
    });

    it('gives a slow reader the whole of a long report', async () => {
      const cwd = folderWith({ 'a.md': `${claim}\n`.repeat(600), 'b.md': claim });
      const child = spawn(process.execPath, [program, 'check', '--format', 'json', '.'], { cwd });
      let out = '';
      for await (const text of child.stdout.setEncoding('utf8')) {
        out += String(text);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      // One for each claim, and one for a draft without balance.
      assert.equal(parseReport(out).files[0]?.findings.length, 601);
    });

    if (process.platform === 'linux')
      it('names the draft where reading breaks off', () => {
        const cwd = folderWith({});
        symlinkSync('/proc/self/mem', path.join(cwd, 'a.md'));
        for (const args of [
          ['check', 'a.md'],
          ['explain', 'a.md:1'],
        ]) {
          const { code, err } = hedgerow(args, { cwd });
          assert.deepEqual([code, err], [2, 'hedgerow: a.md: Cannot be read: error EIO.\n']);
        }
      });

    if (process.platform === 'linux')
      it('says so where the disk is full', () => {
        const full = openSync('/dev/full', 'w');
        const args = [program, 'check', path.join(folderWith({ 'a.md': claim }), 'a.md')];
        const { status, stderr } = spawnSync(process.execPath, args, {
          stdio: ['ignore', full, 'pipe'],
          encoding: 'utf8',
        });
        closeSync(full);
        assert.equal(status, 2);
        assert.equal(
          stderr,
          'hedgerow: The report cannot be written: no space is left on the device.\n',
        );
      });
  });
});
