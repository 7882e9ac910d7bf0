/** The inflected forms of English words: regular rules here, irregular verbs in the packs. */

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Irregular past and participle by base form, as `began begun`; from general/lexicon/irregular.yml. */
export type Irregular = ReadonlyMap<string, readonly [past: string, participle: string]>;

/** Every form of a verb, in both spellings: "remodeled" and "remodelled". */
export function verbForms(base: string, irregular: Irregular): readonly [VerbForm, string][] {
  if (base === 'be') return BE;
  const known = irregular.get(base) ?? irregularTail(base, irregular);
  const past = known?.[0] ?? withEd(base);
  const forms: [VerbForm, string][] = [
    ['base', base],
    ['s', base === 'have' ? 'has' : thirdPerson(base)],
    ['past', past],
    ['participle', known?.[1] ?? past],
    ['ing', withIng(base)],
  ];
  if (TWO_SPELLINGS.test(base))
    forms.push(['past', `${base}led`], ['participle', `${base}led`], ['ing', `${base}ling`]);
  return forms;
}

const BE: readonly [VerbForm, string][] = [
  ['base', 'be'],
  ['base', 'are'],
  ['s', 'is'],
  ['past', 'was'],
  ['past', 'were'],
  ['participle', 'been'],
  ['ing', 'being'],
];

/** In letters. A regular word keeps all of its own but the last, or the last two: "untie", "untying". */
const BEGINNING = 4;

export const beginningOf = (form: string): string => form.slice(0, BEGINNING);

/** How the forms of a word begin that inflects as one tag does, or not at all. */
export function beginnings(
  word: string,
  tag: 'verb' | 'noun' | undefined,
  irregular: Irregular,
): readonly string[] {
  const own = beginningOf(word);
  const isShort = word.length - (/(?:ie|sis)$/.test(word) ? 2 : 1) < BEGINNING;
  if (tag === 'verb' && (isShort || irregular.has(word) || irregularTail(word, irregular)))
    return [...new Set(verbForms(word, irregular).map(([, form]) => beginningOf(form)))];
  if (tag === 'noun' && (isShort || Object.hasOwn(PLURALS, word)))
    return [...new Set([own, beginningOf(plural(word))])];
  return [own];
}

/** British English doubles an l that American English leaves: "fuelled", "fueled". */
const TWO_SPELLINGS =
  /(?:cancel|channel|counsel|dial|equal|fuel|label|level|marshal|model|rival|signal|total|travel)$/;

const PREFIX = /^(?:re|over|under|out|un|fore|with|up|side)(?=.{3})/;

/** "regrow" inflects as "grow" does, "overcome" as "come". */
function irregularTail(base: string, irregular: Irregular): readonly [string, string] | undefined {
  const prefix = PREFIX.exec(base)?.[0];
  const forms = prefix === undefined ? undefined : irregular.get(base.slice(prefix.length));
  return forms && [`${prefix}${forms[0]}`, `${prefix}${forms[1]}`];
}

// Of the irregular plurals those that clinical prose has.
const PLURALS: Readonly<Record<string, string>> = {
  foot: 'feet',
  tooth: 'teeth',
  man: 'men',
  woman: 'women',
  gentleman: 'gentlemen',
  spokesman: 'spokesmen',
  spokeswoman: 'spokeswomen',
  child: 'children',
  mouse: 'mice',
  life: 'lives',
  wife: 'wives',
  knife: 'knives',
  calf: 'calves',
  half: 'halves',
  stomach: 'stomachs',
  vertebra: 'vertebrae',
  meniscus: 'menisci',
  matrix: 'matrices',
};

export function plural(noun: string): string {
  if (/sis$/.test(noun)) return `${noun.slice(0, -2)}es`;
  return Object.hasOwn(PLURALS, noun) ? (PLURALS[noun] ?? noun) : thirdPerson(noun);
}

/** Third person singular of a verb; regular nouns take the same ending. */
export function thirdPerson(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/^(?:under|for|over|out|un|re)?(?:go|do)$|^(?:hero|echo|veto|zero)$/.test(word))
    return `${word}es`;
  return `${word}s`;
}

function withEd(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

function withIng(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base)) return `${base.slice(0, -1)}ing`;
  return doubles(base) ? `${base}${base.slice(-1)}ing` : `${base}ing`;
}

// Short stems double their last consonant: "stop", "quit"; "plump" does not.
const SHORT = /^(?:[^aeiou]|qu)*[aeiou][bdgklmnprtv]$/;
const STRESSED =
  /(?:control|patrol|enrol|compel|dispel|propel|expel|prefer|defer|refer|confer|regret|forget|begin|embed|permit|submit|commit|admit|forbid|reprogram|occur)$/;

function doubles(base: string): boolean {
  if (STRESSED.test(base) || SHORT.test(base)) return true;
  const prefix = PREFIX.exec(base)?.[0];
  return prefix !== undefined && SHORT.test(base.slice(prefix.length));
}
