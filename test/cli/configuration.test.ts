import assert from 'node:assert/strict';
import { parseConfiguration } from '../../server/project/configuration.ts';
import { configurationNames, nearest, projectResolver } from '../../server/project/find.ts';
import { didYouMean } from '../../server/core/index.ts';

const rules = ['cure-claim', 'hype-words', 'safety-absolute'];
const known = { rules, packs: ['general'], today: '2026-11-22' };
const read = (text: string) => parseConfiguration(text, 'c.yml', known);

describe('parseConfiguration', () => {
  const good: readonly [name: string, text: string, options: object][] = [
    ['takes an empty file', '', {}],
    ['takes a file of comments', '# nothing yet\n', {}],
    ['takes keys without values', 'severity:\nkind:\nallowed:\n', { severities: {}, allowed: [] }],
    ['reads a kind', 'kind: patient\n', { kind: 'patient' }],
    ['reads a jurisdiction', 'jurisdiction: AU\n', { jurisdiction: 'AU' }],
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
    it(name, () => {
      const { options: found, problems } = read(text);
      assert.deepEqual({ options: found, problems }, { options, problems: [] });
    });

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
    `allowed:${' '.repeat(600_000)}`,
    'a: &x [*x]\n<<: *y',
    '\0',
    '%',
  ])
    it(`survives ${JSON.stringify(text.slice(0, 12))}`, () => {
      const { problems } = read(text);
      assert.ok(problems.length > 0 && problems.length < 10);
    });
});

describe('the configuration of a folder', () => {
  const files = new Map([
    ['file:///a/.hedgerow.yml', 'kind: press'],
    ['file:///a/b/c/.hedgerow.json', '{}'],
    ['file:///a/b/c/.hedgerow.yml', 'kind: patient'],
    ['vscode-vfs://host/x/.hedgerow.json', '{}'],
    ['file:///c%3A/Drafts%20%28old%29/.hedgerow.yml', 'kind: press'],
    ['file://server/share/.hedgerow.yml', 'kind: press'],
  ]);
  const readText = (uri: string) => Promise.resolve(files.get(uri));
  const rows: readonly [name: string, folder: string, found?: string | undefined, root?: string][] =
    [
      ['lies in the folder itself', 'file:///a', 'file:///a/.hedgerow.yml'],
      ['lies in a folder above', 'file:///a/b', 'file:///a/.hedgerow.yml'],
      ['is the nearest, and YAML before JSON', 'file:///a/b/c/d', 'file:///a/b/c/.hedgerow.yml'],
      ['is none where the root is reached', 'file:///z/y'],
      [
        'is that of the last folder looked into',
        'file:///a/b',
        'file:///a/.hedgerow.yml',
        'file:///a',
      ],
      ['does not lie above the last folder', 'file:///a/b', undefined, 'file:///a/b/'],
      ['may have any scheme', 'vscode-vfs://host/x/y', 'vscode-vfs://host/x/.hedgerow.json'],
      ['is none without folders', 'untitled:Untitled-1'],
      [
        'lies on a drive, in any case',
        'file:///C:/Drafts (old)/x',
        'file:///c%3A/Drafts%20%28old%29/.hedgerow.yml',
        'file:///c%3A/',
      ],
      ['stops at the root of a drive', 'file:///D:/x'],
      [
        'lies on a share',
        'file://server/share/x/y',
        'file://server/share/.hedgerow.yml',
        'file://server/share',
      ],
    ];
  for (const [name, folder, found, root] of rows)
    it(name, async () => {
      const exists = async (uri: string) => (await readText(uri)) !== undefined;
      assert.equal(await nearest(folder, root, configurationNames, exists), found);
    });

  it('is read once', async () => {
    const asked: string[] = [];
    const counting = (uri: string) => {
      asked.push(uri);
      return readText(uri);
    };
    const resolve = projectResolver({ readText: counting, known, nameOf: (uri) => uri });
    const [above, below] = await Promise.all([resolve('file:///a'), resolve('file:///a/b')]);
    assert.equal(above, below);
    assert.deepEqual(above.configuration.options, { kind: 'press' });
    assert.equal(new Set(asked).size, asked.length);
  });

  it('that cannot be read is told', async () => {
    const refuse = (uri: string) =>
      uri.endsWith('.yml') && !uri.includes('accepted')
        ? Promise.reject(new Error('permission denied'))
        : Promise.resolve(undefined);
    const resolve = projectResolver({ readText: refuse, known, nameOf: () => 'c' });
    const { configuration } = await resolve('file:///a');
    assert.deepEqual(configuration.options, {});
    assert.deepEqual(configuration.problems, [
      { file: 'c', message: 'This file cannot be read: permission denied.' },
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
