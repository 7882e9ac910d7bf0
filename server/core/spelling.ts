/** British and American spellings of one word, so that packs write each term once. */

import type { Spelling } from './options.ts';

/**
 * The other accepted spellings of a lower-case word, without the word itself. Parts of words are
 * exchanged, so "osteoarthritic" stays alone and "hematopoietic" finds "haematopoietic".
 */
export function spellingsOf(word: string): readonly string[] {
  if (!EXCHANGED.test(word)) return [];
  const found = new Set<string>();
  for (const [pattern, replacement] of EXCHANGES) {
    const other = word.replace(pattern, replacement);
    if (other !== word) found.add(other);
  }
  return [...found];
}

// Each pair goes both ways; whose spelling it gives stands beside it. Patterns are anchored where the
// bare letters would hit other words.
const EXCHANGES: readonly (readonly [RegExp, string, Spelling?])[] = [
  [/^disc(s?)$/, 'disk$1', 'american'],
  [/^disk(s?)$/, 'disc$1', 'british'],
  [/^tendon(?=itis|itides|osis|oses|opath)/, 'tendin'],
  [/^tendin(?=itis|itides|osis|oses|opath)/, 'tendon'],
  [/haem(?=[aeo])/, 'hem', 'american'],
  [/^hem(?=at|or|o[gp])/, 'haem', 'british'],
  [/aemi(?=[ac])/, 'emi', 'american'],
  [/^(leuk|an|isch|glyc)emi(?=[ac])/, '$1aemi', 'british'],
  [/(?<=..[dlmnrt])is(?=(?:e[ds]?|ing|ations?|ers?)$)/, 'iz', 'american'],
  [/(?<=..[dlmnrt])iz(?=(?:e[ds]?|ing|ations?|ers?)$)/, 'is', 'british'],
  [/(?<=(?:gna|abe|ode|ave|nne|nse)l)l(?=ing$|ed$)/, '', 'american'],
  [/^(signal|label|model|travel|channel)(?=ing$|ed$)/, '$1l', 'british'],
  [/logue(?=s?$)/, 'log', 'american'],
  [/^(ana|cata|dia)log(?=s?$)/, '$1logue', 'british'],
  [/^orthopaed/, 'orthoped', 'american'],
  [/^orthoped/, 'orthopaed', 'british'],
  [/^paed/, 'ped', 'american'],
  [/^anaesth/, 'anesth', 'american'],
  [/^anesth/, 'anaesth', 'british'],
  [/^oedem/, 'edem', 'american'],
  [/^edem/, 'oedem', 'british'],
  [/^oesoph/, 'esoph', 'american'],
  [/^ageing$/, 'aging', 'american'],
  [/^aging$/, 'ageing', 'british'],
  [/^tumour/, 'tumor', 'american'],
  [/^tumor(?=s?$)/, 'tumour', 'british'],
  [/^(behavi|col|lab)our/, '$1or', 'american'],
  [/^(behavi|col|lab)or(?!a)/, '$1our', 'british'],
  [/fibre(?=s?$)/, 'fiber', 'american'],
  [/fiber(?=s?$)/, 'fibre', 'british'],
  [/^centre(?=s?$)/, 'center', 'american'],
  [/^center(?=s?$)/, 'centre', 'british'],
  [/^programme(?=s?$)/, 'program', 'american'],
  [/^program(?=s?$)/, 'programme', 'british'],
  [/^licence(?=s?$)/, 'license', 'american'],
  [/^license(?=s?$)/, 'licence', 'british'],
];

/** A word as it is spelled in one of the places; its first letter keeps its case. */
export function spelledAs(spelling: Spelling, word: string): string {
  const small = word.toLowerCase();
  if (!EXCHANGED.test(small) || KEPT.test(small)) return word;
  const exchange = EXCHANGES.find(([pattern, , of]) => of === spelling && pattern.test(small));
  if (!exchange) return word;
  const other = small.replace(exchange[0], exchange[1]);
  return word.charAt(0) === small.charAt(0)
    ? other
    : other.charAt(0).toUpperCase() + other.slice(1);
}

/** A text of ours, word by word. */
export function textSpelledAs(spelling: Spelling | undefined, text: string): string {
  if (spelling === undefined) return text;
  return text.replaceAll(/(?<![\w-])[A-Za-z][a-z]{3,}(?![\w-])/g, (word) =>
    spelledAs(spelling, word),
  );
}

/** Spelled with an s in all places. */
const KEPT =
  /^(?:prom|prem|dem|compr|comprom|surpr|enterpr|adverti|experti|practi|treati|rev|ar)i?s/;

/** Few words have a part that is exchanged: one look tells. */
const EXCHANGED = new RegExp(EXCHANGES.map(([{ source }]) => source).join('|'));
