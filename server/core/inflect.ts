/** The inflected forms of English words: regular rules here, irregular forms in the packs. */

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Irregular past and participle by base form, as `began begun`; from general/lexicon/irregular.yml. */
export type Irregular = ReadonlyMap<string, readonly [past: string, participle: string]>;

const VOWEL = /[aeiou]/;
// Short stems double their last consonant: "stop", "cut", "plump" does not.
const DOUBLES = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

export function verbForms(base: string, irregular: Irregular): readonly [VerbForm, string][] {
  const known = irregular.get(base) ?? irregularTail(base, irregular);
  const past = known?.[0] ?? withEd(base);
  return [
    ['base', base],
    ['s', plural(base)],
    ['past', past],
    ['participle', known?.[1] ?? past],
    ['ing', withIng(base, irregular)],
  ];
}

/** "regrow" inflects as "grow" does, "overcome" as "come". */
function irregularTail(base: string, irregular: Irregular): readonly [string, string] | undefined {
  const prefix = /^(?:re|over|under|out|un|fore|with)(?=.{3})/.exec(base)?.[0];
  const forms = prefix === undefined ? undefined : irregular.get(base.slice(prefix.length));
  return forms && [`${prefix}${forms[0]}`, `${prefix}${forms[1]}`];
}

/** Third person singular of a verb, plural of a noun. */
export function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:^|[^aeiou])o$/.test(word) && word.length < 6) return `${word}es`;
  return `${word}s`;
}

function withEd(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (doubles(base)) return `${base}${base.slice(-1)}ed`;
  return `${base}ed`;
}

function withIng(base: string, irregular: Irregular): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base) && base !== 'be')
    return `${base.slice(0, -1)}ing`;
  return doubles(base) || (irregular.has(base) && DOUBLES.test(base))
    ? `${base}${base.slice(-1)}ing`
    : `${base}ing`;
}

function doubles(base: string): boolean {
  if (
    /(?:control|travel|signal|compel|dispel|propel|expel|prefer|regret|permit|submit|commit|admit|reset|occur|refer)$/.test(
      base,
    )
  )
    return true;
  return DOUBLES.test(base) && VOWEL.test(base);
}
