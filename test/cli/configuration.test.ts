import assert from 'node:assert/strict';
import { parseConfiguration } from '../../server/project/configuration.ts';
import { configurationResolver, findConfiguration } from '../../server/project/find.ts';
import { didYouMean } from '../../server/core/index.ts';

const rules = ['cure-claim', 'hype-words', 'safety-absolute'];
const read = (text: string) => parseConfiguration(text, 'c.yml', rules);

describe('parseConfiguration', () => {
  const good: readonly [name: string, text: string, options: object][] = [
    ['takes an empty file', '', {}],
    ['takes a file of comments', '# nothing yet\n', {}],
    ['takes keys without values', 'severity:\nkind:\nallowed:\n', { severities: {}, allowed: [] }],
    ['reads a kind', 'kind: patient\n', { kind: 'patient' }],
    ['reads severities', 'severity:\n  hype-words: off\n', { severities: { 'hype-words': 'off' } }],
    [
      'reads phrases as they stand',
      'allowed:\n  - may (.*) cure\n',
      { allowed: ['may (.*) cure'] },
    ],
    [
      'reads JSON',
      '{\n\t"kind": "press",\n\t"allowed": ["a"]\n}',
      { kind: 'press', allowed: ['a'] },
    ],
    [
      'reads past a byte order mark and CRLF',
      '\uFEFFkind: press\r\nallowed: [x]\r\n',
      { kind: 'press', allowed: ['x'] },
    ],
  ];
  for (const [name, text, options] of good)
    it(name, () => assert.deepEqual(read(text), { options, problems: [] }));

  const bad: readonly [name: string, text: string, line: number, message: RegExp][] = [
    [
      'an unknown key',
      'kind: press\nseverities: {}\n',
      2,
      /“severities”. Did you mean “severity”\?/,
    ],
    [
      'an unknown rule',
      'kind: press\nseverity:\n  cure-clam: off\n',
      3,
      /Did you mean “cure-claim”\?/,
    ],
    [
      'an unknown level',
      'kind: press\nseverity:\n  cure-claim: warn\n',
      3,
      /Did you mean “warning”\?/,
    ],
    [
      'an unknown kind',
      'allowed: []\nkind: patients\n',
      2,
      /Unknown kind.*Did you mean “patient”\?/,
    ],
    ['severities that are a list', 'severity:\n  - cure-claim\n', 2, /“severity” must be a map/],
    ['phrases that are no list', 'allowed: phrase\n', 1, /“allowed” must be a list/],
    ['a phrase that is no text', 'allowed:\n  - yes it can\n  - 5\n', 3, /quotation marks/],
    ['an empty phrase', 'allowed:\n  - ""\n', 2, /must be text/],
    ['a file that is a list', '- kind: press\n', 1, /A configuration must be a map/],
    ['a file that is a word', 'press', 1, /A configuration must be a map/],
    ['a key that stands twice', 'kind: press\nkind: patient\n', 2, /unique/],
    ['a quote that is not closed', 'allowed:\n  - "x\n', 3, /quote/],
  ];
  for (const [name, text, line, message] of bad)
    it(`tells the line of ${name}`, () => {
      const [problem, ...others] = read(text).problems;
      assert.deepEqual([problem?.file, problem?.line, others.length], ['c.yml', line, 0]);
      assert.match(problem?.message ?? '', message);
    });

  it('keeps what is right beside what is wrong', () => {
    const text =
      'kindd: x\nkind: press\nseverity:\n  nope: off\n  hype-words: hint\nallowed: [a, {}]\n';
    const { options, problems } = read(text);
    assert.deepEqual(options, {
      kind: 'press',
      severities: { 'hype-words': 'hint' },
      allowed: ['a'],
    });
    assert.equal(problems.length, 3);
  });

  for (const text of [
    '['.repeat(50_000),
    '{a: '.repeat(40_000),
    '- '.repeat(90_000),
    '? '.repeat(90_000),
    'a:\n- '.repeat(30_000),
    Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    `allowed:${' '.repeat(300_000)}`,
    'a: &x [*x]\n<<: *y',
    '\0',
    '%',
  ])
    it(`survives ${JSON.stringify(text.slice(0, 12))}`, () => {
      const { problems } = read(text);
      assert.ok(problems.length > 0 && problems.length < 10);
    });
});

describe('findConfiguration', () => {
  const files = new Map([
    ['file:///a/.hedgerow.yml', 'kind: press'],
    ['file:///a/b/c/.hedgerow.json', '{}'],
    ['file:///a/b/c/.hedgerow.yml', 'kind: patient'],
    ['vscode-vfs://host/x/.hedgerow.json', '{}'],
  ]);
  const readText = (uri: string) => Promise.resolve(files.get(uri));
  const rows: readonly [name: string, folder: string, found: string | undefined][] = [
    ['looks in the folder itself', 'file:///a', 'file:///a/.hedgerow.yml'],
    ['looks in folders above', 'file:///a/b', 'file:///a/.hedgerow.yml'],
    ['takes the nearest, and YAML before JSON', 'file:///a/b/c/d', 'file:///a/b/c/.hedgerow.yml'],
    ['ends at the root', 'file:///z/y', undefined],
    [
      'looks in file systems of other schemes',
      'vscode-vfs://host/x/y',
      'vscode-vfs://host/x/.hedgerow.json',
    ],
    ['ends for a scheme without folders', 'untitled:Untitled-1', undefined],
  ];
  for (const [name, folder, found] of rows)
    it(name, async () => assert.equal((await findConfiguration(folder, readText))?.uri, found));

  it('is asked by a resolver that reads every file once', async () => {
    const asked: string[] = [];
    const resolve = configurationResolver(
      (uri) => {
        asked.push(uri);
        return readText(uri);
      },
      rules,
      (uri) => uri,
    );
    const [above, below] = await Promise.all([resolve('file:///a'), resolve('file:///a/b')]);
    assert.equal(above, below);
    assert.deepEqual(above.options, { kind: 'press' });
    assert.equal(new Set(asked).size, asked.length);
  });

  it('is asked by a resolver that tells what cannot be read', async () => {
    const refuse = () => Promise.reject(new Error('permission denied'));
    const { options, problems } = await configurationResolver(
      refuse,
      rules,
      () => 'c',
    )('file:///a');
    assert.deepEqual(options, {});
    assert.deepEqual(problems, [
      { file: 'c', message: 'The configuration cannot be read: permission denied.' },
    ]);
  });
});

describe('didYouMean', () => {
  const rows: readonly [word: string, meant: string | undefined][] = [
    ['cure-clam', 'cure-claim'],
    ['Hype-Words', 'hype-words'],
    ['safety', 'safety-absolute'],
    ['zzzzzzzzzz', undefined],
    ['', undefined],
  ];
  for (const [word, meant] of rows)
    it(`finds ${meant ?? 'nothing'} for “${word}”`, () =>
      assert.equal(
        didYouMean(word, rules),
        meant === undefined ? '' : ` Did you mean “${meant}”?`,
      ));
});
