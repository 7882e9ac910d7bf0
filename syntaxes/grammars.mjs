// The grammars that esbuild.mjs writes into dist/: what they scope, a theme may colour.
// hedges.tmLanguage.json        hedges and boosters in prose, from the lexicon of the packs
// suppressions.tmLanguage.json  what a comment says to Hedgerow
// They see words and not claims: how far a hedge reaches only the server knows.

/** Scope -> the classes of the lexicon that it shows. */
const SHOWN = {
  'markup.other.hedge.hedgerow': ['modal-may', 'hedge-adverb', 'hedge-verb', 'hedge-governor'],
  'markup.other.booster.hedgerow': ['booster'],
};

/** What is no prose: code, addresses, tags, comments, data between fences. */
const NO_PROSE = [
  'comment',
  'markup.fenced_code',
  'markup.raw',
  'markup.inline.raw',
  'markup.code',
  'markup.math',
  'meta.embedded',
  'meta.link',
  'meta.image',
  'meta.tag',
  'string',
  'markup.underline.link',
];

/** Name in dist/ -> grammar. `packs` is the library as it is written to library.json. */
export function grammars({ packs }) {
  return {
    'hedges.tmLanguage.json': {
      scopeName: 'hedgerow.hedges.injection',
      // Without `L:`, so that where both match, markdown's own rule comes first and begins its paragraph.
      injectionSelector: `(text.html.markdown | source.mdx) - (${NO_PROSE.join(' | ')})`,
      patterns: Object.entries(SHOWN).map(([name, classes]) => ({
        name,
        match: anyOf(packs.flatMap(entriesOf).filter(({ class: id }) => classes.includes(id))),
      })),
    },
    'suppressions.tmLanguage.json': {
      scopeName: 'hedgerow.suppressions.injection',
      injectionSelector:
        '(text.html.markdown comment.block.html | source.mdx comment.block) - (meta.embedded.block | markup.fenced_code | markup.code)',
      patterns: [
        {
          name: 'meta.suppression.hedgerow',
          begin:
            '(?<=<!--|/\\*)\\s*(hedgerow-(?:disable(?:-(?:next-line|line|file))?|enable))(?![\\w-])',
          beginCaptures: { 1: { name: 'keyword.other.suppression.hedgerow' } },
          // After two dashes comes the reason, which is a comment like any other.
          end: '(?=--|\\*/|$)',
          patterns: [{ name: 'entity.name.tag.rule.hedgerow', match: '[a-z]+(?:-[a-z]+)*' }],
        },
      ],
    },
  };
}

function entriesOf({ files }) {
  const lexicon = Object.entries(files).filter(([file]) => file.startsWith('lexicon/'));
  return lexicon.flatMap(([, entries]) => (Array.isArray(entries) ? entries : []));
}

/** Nothing in it is repeated, so that it takes time in proportion to the line. */
function anyOf(entries) {
  const modals = entries.filter(({ pos }) => pos === 'modal').flatMap(formsOf);
  const others = entries.filter(({ pos }) => pos !== 'modal').flatMap(formsOf);
  const groups = [
    others.length > 0 && `(?i:${alternation(others)})`,
    // In capitals and with nothing behind it, it is the month of May.
    modals.length > 0 && `(?=\\p{Ll}|\\p{Lu}\\p{Ll}+\\s\\p{L})(?i:${alternation(modals)})`,
  ].filter(Boolean);
  return `(?<![\\p{L}\\p{N}_'’@=/-])(?:${groups.join('|')})(?![\\p{L}\\p{N}_@-])`;
}

/** Longer ones first, so that `may well` wins over `may`. */
function alternation(forms) {
  return [...new Set(forms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}

function formsOf({ words = [], patterns = [], pos }) {
  return [
    ...words.map((word) => (pos === 'verb' ? word.replace(/^\w+/, '$&(?:s|ed)?') : word)),
    ...patterns.filter(isLiteral).map(alternatives),
  ];
}

/** A pattern of the lexicon without classes, gaps or options: `in the hope|hopes of|that`. */
function isLiteral(pattern) {
  return /^[a-z_|\s]+$/.test(pattern);
}

function alternatives(pattern) {
  return pattern
    .trim()
    .split(/\s+/)
    .map((place) => (place.includes('|') ? `(?:${place})` : place))
    .join(' ')
    .replaceAll('_', ' ');
}
