/**
 * What themes may colour. The grammars of markdown and MDX under it are those that VS Code and its
 * MDX extension bring; tm-grammars collects them from their repositories.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

const OURS = ['hedges', 'suppressions'];
const grammarFile = (name: string): string =>
  OURS.includes(name)
    ? `dist/${name}.tmLanguage.json`
    : path.resolve('node_modules/tm-grammars/grammars', `${name}.json`);

/** Where scopes of grammars that the samples need are defined. */
const FILES: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown',
  'source.mdx': 'mdx',
  'text.html.derivative': 'html-derivative',
  'text.html.basic': 'html',
  'source.yaml': 'yaml',
  'source.js': 'javascript',
  'source.tsx': 'tsx',
  'hedgerow.hedges.injection': 'hedges',
  'hedgerow.suppressions.injection': 'suppressions',
};

const registry = new Registry({
  onigLib: loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm')).then(() => ({
    createOnigScanner: (patterns) => new OnigScanner(patterns),
    createOnigString: (text) => new OnigString(text),
  })),
  loadGrammar: (scope) => {
    const file = grammarFile(FILES[scope] ?? '');
    return Promise.resolve(
      existsSync(file) ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null,
    );
  },
  getInjections: (scope) =>
    /^(text\.html\.markdown|source\.mdx)$/.test(scope)
      ? ['hedgerow.hedges.injection', 'hedgerow.suppressions.injection']
      : [],
});

const KINDS = /(hedge|booster|suppression|rule)\.hedgerow$/;

/** What is scoped in a text, in order, as `kind: text`. */
function scoped(grammar: IGrammar, text: string): readonly string[] {
  let stack = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.findLast((each) => KINDS.test(each) && !each.startsWith('meta.'));
      const kind = KINDS.exec(scope ?? '')?.[1];
      return kind ? [`${kind}: ${line.slice(startIndex, endIndex)}`] : [];
    });
  });
}

const SAMPLES: readonly (readonly [what: string, markdown: string, ...scoped: string[]])[] = [
  ['a modal', 'Injections may help.', 'hedge: may'],
  ['the longer of two hedges', 'It may well help.', 'hedge: may well'],
  ['a hedge of several words', 'It is thought that cells help.', 'hedge: It is thought that'],
  ['an inflected verb', 'It appears to help.', 'hedge: appears to'],
  ['a hedge that opens a line', 'Possibly, it helps.', 'hedge: Possibly'],
  ['a booster', 'It always works, without fail.', 'booster: always', 'booster: without fail'],
  ['a hedge in a title in capitals', '# Cells May Help', 'hedge: May'],
  ['not the month', 'In May 2024, and again in May, it closed.'],
  ['no part of a word', 'Mayor Mighty maybes and a could-be.'],
  ['a heading with a line under it', 'It might help\n---', 'hedge: might'],
  ['bold text', 'It **may** help.', 'hedge: may'],
  ['a list item', '- It *could* help.', 'hedge: could'],
  ['a block quote', '> It may help.', 'hedge: may'],
  [
    'a table cell',
    '| a | b |\n|---|---|\n| may **help** | always |',
    'hedge: may',
    'booster: always',
  ],
  ['a footnote', '[^1]: It may help.', 'hedge: may'],
  ['prose after a bracket', 'A [note] may help.', 'hedge: may'],
  ['prose after a comparison', 'p < 0.05 may help.', 'hedge: may'],
  ['prose in a tag', 'It <b>may</b> help.', 'hedge: may'],
  ['no code span', 'Call `may()` or ``might``.'],
  ['no fenced code', '```js\nmay(); // might\n```\nIt may.', 'hedge: may'],
  ['no fenced code without a language', '~~~\nIt may.\n~~~'],
  ['no indented code', 'Text.\n\n    It may.'],
  ['no link', '[It may](https://x.org/may "might") or ![it may](may.png).'],
  ['no link by reference', '[It may][may].\n\n[may]: https://x.org/may "may"'],
  ['no address', '<https://x.org/may/might> and https://x.org/?a=may and may@might.org'],
  ['no front matter', '---\ntitle: It may help\n---\n\nIt may.', 'hedge: may'],
  ['no tag', 'An <abbr title="may help">SVF</abbr> <img alt="it may" src="may.png">.'],
  ['no block of HTML tags', '<div class="may">\n\nIt may.\n\n</div>', 'hedge: may'],
  ['no comment', '<!-- It may help. -->\n\nText <!-- may --> text.'],
  [
    'a suppression with a rule and a reason',
    '<!-- hedgerow-disable-next-line cure-claim -- the label may say so -->',
    'suppression: hedgerow-disable-next-line',
    'rule: cure-claim',
  ],
  [
    'a suppression of two rules',
    '<!-- hedgerow-disable cure-claim, hype-words -->',
    'suppression: hedgerow-disable',
    'rule: cure-claim',
    'rule: hype-words',
  ],
  ['its end', '<!-- hedgerow-enable -->', 'suppression: hedgerow-enable'],
  ['no word that only begins so', '<!-- hedgerow-disabled --> <!-- hedgerow-disable-all -->'],
  ['no suppression in code', '```html\n<!-- hedgerow-disable -->\n```'],
];

const MDX: typeof SAMPLES = [
  ['a modal', 'Injections may help.', 'hedge: may'],
  ['a heading', '## It might help', 'hedge: might'],
  ['no code span', 'Call `may()`.'],
  ['no link', '[It](https://x.org/may "might") and text.'],
  ['no expression', 'A {may} value.'],
  ['no attribute', '<Note title="may">It</Note>'],
  ['a suppression', '{/* hedgerow-disable-line */}', 'suppression: hedgerow-disable-line'],
];

describe('what themes may colour', () => {
  for (const [scope, samples] of [
    ['text.html.markdown', SAMPLES],
    ['source.mdx', MDX],
  ] as const)
    for (const [what, text, ...expected] of samples)
      it(`in ${scope}: ${what}`, async () => {
        const grammar = await registry.loadGrammar(scope);
        assert.ok(grammar);
        assert.deepEqual(scoped(grammar, text), expected);
      });

  it('leaves the scopes of markdown as they are', async () => {
    const grammar = await registry.loadGrammar('text.html.markdown');
    const line = 'May **be** `so`.';
    const { tokens } = grammar?.tokenizeLine(line, INITIAL) ?? assert.fail();
    const scopesOf = (word: string) =>
      tokens.find(({ startIndex, endIndex }) => line.slice(startIndex, endIndex) === word)?.scopes;
    assert.ok(scopesOf('be')?.includes('markup.bold.markdown'));
    assert.ok(scopesOf('so')?.includes('markup.inline.raw.string.markdown'));
  });

  it('is small, and repeats nothing, so that a line takes time in proportion to its length', () => {
    for (const name of OURS) assert.ok(statSync(grammarFile(name)).size < 8192, name);
    const { patterns } = JSON.parse(readFileSync(grammarFile('hedges'), 'utf8')) as {
      patterns: { match: string }[];
    };
    for (const { match } of patterns)
      assert.doesNotMatch(match.replaceAll('\\p{Ll}+', ''), /[*+{]\d*[,}]?(?![LN])/);
  });
});
