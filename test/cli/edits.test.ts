import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { addedToList, BrokenFile, setIn } from '../../server/project/edits.ts';
import type { Edit } from '../../server/core/index.ts';

const applied = (text: string, { span, text: put }: Edit): string =>
  text.slice(0, span.start) + put + text.slice(span.end);

describe('adding to a list of a configuration', () => {
  const rows: readonly [name: string, before: string, after: string][] = [
    ['makes it in an empty file', '', 'allowed:\n  - new\n'],
    ['makes it at the end', 'kind: press\n', 'kind: press\nallowed:\n  - new\n'],
    [
      'makes it behind a last line without an end',
      'kind: press',
      'kind: press\nallowed:\n  - new\n',
    ],
    ['makes it behind comments', '# nothing yet\n', '# nothing yet\nallowed:\n  - new\n'],
    ['fills an empty one', 'allowed:\nkind: press\n', 'allowed:\n  - new\nkind: press\n'],
    [
      'adds behind the last',
      'allowed:\n  - a # why\n  - b\n\nkind: press\n',
      'allowed:\n  - a # why\n  - b\n  - new\n\nkind: press\n',
    ],
    [
      'keeps the indentation',
      'allowed:\n- a\nkind: press\n',
      'allowed:\n- a\n- new\nkind: press\n',
    ],
    ['keeps CRLF', 'allowed:\r\n  - a\r\n', 'allowed:\r\n  - a\r\n  - new\r\n'],
    ['adds in brackets', 'allowed: [a, b]\n', 'allowed: [a, b, "new"]\n'],
    ['fills empty brackets', 'allowed: []\n', 'allowed: ["new"]\n'],
    [
      'adds in JSON',
      '{\n  "allowed": [\n    "a"\n  ]\n}\n',
      '{\n  "allowed": [\n    "a", "new"\n  ]\n}\n',
    ],
    ['makes it in JSON', '{ "kind": "press" }', '{"allowed": ["new"],  "kind": "press" }'],
    ['makes it in empty JSON', '{}', '{"allowed": ["new"]}'],
  ];
  for (const [name, before, after] of rows)
    it(name, () => {
      assert.equal(applied(before, addedToList(before, 'allowed', 'new')), after);
      assert.ok((parse(after) as { allowed: string[] }).allowed.includes('new'));
    });

  for (const phrase of [
    'a: b',
    '# no',
    '"x"',
    'it’s 100%',
    "l'eau",
    '- x',
    'off',
    '1e3',
    ' ',
    'ä\tb',
  ])
    it(`writes ${JSON.stringify(phrase)} as it reads`, () => {
      for (const before of ['', 'allowed:\n  - a\n', 'allowed: [a]', '{"kind": "press"}']) {
        const after = applied(before, addedToList(before, 'allowed', phrase));
        assert.equal((parse(after) as { allowed: string[] }).allowed.at(-1), phrase);
      }
    });

  it('writes an entry of several lines', () => {
    const entry = { draft: 'a.md', rule: 'cure-claim', claim: 'So: it “is”.' };
    for (const before of ['', 'accepted:\n  - draft: b.md\n    rule: x\n', '# c\naccepted: []\n']) {
      const after = applied(before, addedToList(before, 'accepted', entry));
      assert.deepEqual((parse(after) as { accepted: unknown[] }).accepted.at(-1), entry);
    }
  });
});

describe('setting a value in a configuration', () => {
  const rows: readonly [name: string, before: string, after: string][] = [
    ['makes all that is missing', '', 'severity:\n  hype-words: "off"\n'],
    [
      'adds to the map',
      'severity:\n  a: hint # why\nkind: press\n',
      'severity:\n  a: hint # why\n  hype-words: "off"\nkind: press\n',
    ],
    [
      'fills an empty map',
      'severity:\nkind: press\n',
      'severity:\n  hype-words: "off"\nkind: press\n',
    ],
    [
      'replaces what stands there',
      'severity:\n  hype-words: hint # why\n',
      'severity:\n  hype-words: "off" # why\n',
    ],
    ['adds in braces', 'severity: { a: hint }\n', 'severity: {"hype-words": "off",  a: hint }\n'],
    ['adds in JSON', '{"kind": "press"}', '{"severity": {"hype-words": "off"}, "kind": "press"}'],
    [
      'replaces in JSON',
      '{"severity": {"hype-words": "hint"}}',
      '{"severity": {"hype-words": "off"}}',
    ],
  ];
  for (const [name, before, after] of rows)
    it(name, () => {
      const changed = applied(before, setIn(before, ['severity', 'hype-words'], 'off'));
      assert.equal(changed.replace(': off', ': "off"'), after);
      const { severity } = parse(changed) as { severity: Record<string, string> };
      assert.equal(severity['hype-words'], 'off');
    });
});

describe('a file that cannot be changed', () => {
  for (const text of [
    '- a list\n',
    'just words',
    'allowed: "open\n',
    'allowed: phrase\nkind: x\n',
    '{',
  ])
    it(`is left as it is, and told: ${JSON.stringify(text)}`, () =>
      assert.throws(() => addedToList(text, 'allowed', 'new'), BrokenFile));
});
