/** British and American spellings of one word, so that packs write each term once. */

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

// Each pair goes both ways. Patterns are anchored where the bare letters would hit other words.
const EXCHANGES: readonly (readonly [RegExp, string])[] = [
  [/^disc(s?)$/, 'disk$1'],
  [/^disk(s?)$/, 'disc$1'],
  [/^tendon(?=itis|itides|osis|oses|opath)/, 'tendin'],
  [/^tendin(?=itis|itides|osis|oses|opath)/, 'tendon'],
  [/haem(?=[aeo])/, 'hem'],
  [/^hem(?=at|or|o[gp])/, 'haem'],
  [/aemi(?=[ac])/, 'emi'],
  [/^(leuk|an|isch|glyc)emi(?=[ac])/, '$1aemi'],
  [/(?<=..[dlmnrt])is(?=(?:e[ds]?|ing|ations?|ers?)$)/, 'iz'],
  [/(?<=..[dlmnrt])iz(?=(?:e[ds]?|ing|ations?|ers?)$)/, 'is'],
  [/ll(?=ing$|ed$)/, 'l'],
  [/^(signal|label|model|travel|channel)(?=ing$|ed$)/, '$1l'],
  [/logue(?=s?$)/, 'log'],
  [/^(ana|cata|dia)log(?=s?$)/, '$1logue'],
  [/^orthopaed/, 'orthoped'],
  [/^orthoped/, 'orthopaed'],
  [/^paed/, 'ped'],
  [/^anaesth/, 'anesth'],
  [/^anesth/, 'anaesth'],
  [/^oedem/, 'edem'],
  [/^edem/, 'oedem'],
  [/^oesoph/, 'esoph'],
  [/^ageing$/, 'aging'],
  [/^aging$/, 'ageing'],
  [/^tumour/, 'tumor'],
  [/^tumor(?=s?$)/, 'tumour'],
  [/^(behavi|col|lab)our/, '$1or'],
  [/^(behavi|col|lab)or(?!a)/, '$1our'],
  [/fibre(?=s?$)/, 'fiber'],
  [/fiber(?=s?$)/, 'fibre'],
  [/^centre(?=s?$)/, 'center'],
  [/^center(?=s?$)/, 'centre'],
  [/^programme(?=s?$)/, 'program'],
  [/^program(?=s?$)/, 'programme'],
  [/^licence(?=s?$)/, 'license'],
  [/^license(?=s?$)/, 'licence'],
];

/** Few words have a part that is exchanged: one look tells. */
const EXCHANGED = new RegExp(EXCHANGES.map(([{ source }]) => source).join('|'));
