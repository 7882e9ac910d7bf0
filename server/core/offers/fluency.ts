/** What an editor would not leave standing: signs, in the words alone, that a rewording went wrong. */

import type { Word } from '../words.ts';
import { isMisplacedDoubt } from './doubt.ts';

/** A sentence before and after a rewording, and the words that it has then. */
export interface Outcome {
  readonly before: string;
  readonly after: string;
  readonly words: readonly Word[];
}

/** Whether nothing in the sentence looks left behind that was not there before. */
export function readsWell({ before, after, words }: Outcome): boolean {
  const was = before.replace(/\s+/g, ' ');
  const now = after.replace(/\s+/g, ' ').trim();
  if (CLUMSY.some((sign) => sign.test(now) && !sign.test(was))) return false;
  if (isMisplacedDoubt(was, now) || isWider(was, now) || isUnreferred(was, now)) return false;
  const bare = COMPARES.test(was) && !COMPARES.test(now);
  if (bare && words.some(({ classes }) => classes.has('comparative'))) return false;
  return !comparesWithNothing(was, now) && !isBereft(words, was) && !isThin(was, now);
}

const GENERIC =
  '(?:treatment|procedure|option|choice|strategy|bet|weapon|leap|answer|idea|product|therapy|method|approach|field|technique|way|solution|answer|development|tool|product|service|alternative|injection|cells?|one|some|opportunity)s?';

/** Each with the slip that it comes from. */
const CLUMSY: readonly RegExp[] = [
  // "It doesn't just mop up the uric acid": the other half is gone.
  /\b(?:not|n['’]t) (?:just|only|merely|simply)\b(?!.*(?:\bbut\b|\balso\b|[;:–—]))/i,
  // "how life-changing it is" without the adjective.
  /\bhow (?:it|they|this|that) (?:is|are|was|were)\b/i,
  // "used on in the body", "with and": a preposition has lost its noun.
  /\b(?:of|for|with|by|from|as) (?:in|on|of|for|with|at|by|from|as|and|or|which)\b(?! (?:a|an|the|which|whom)\b)/i,
  /\b(?:in|on|at) (?:in|on|of|for|with|at|by|from)\b/i,
  // "They're so you can relax": a predicate has gone.
  /(?:['’](?:re|s)|\b(?:is|are|was|were|be)) (?:so|because|since|which|that|therefore)\b(?! (?:far|much|many)\b)/i,
  // "That it works": no main clause is left.
  /^\W*That (?:it|they|the|this|these|we|you)\b/,
  /^\W*To \p{Ll}+ \p{Ll}/u,
  // "the fact that stem cells might".
  /\b(?:fact|certain|sure|know|knows|proof|proves?|evident|clear) (?:is )?that [^,;.]*\b(?:may|might|could)\b/i,
  // "It doesn't treat symptoms, it has not been shown to …".
  /(?:n['’]t|\bnot) [^,]+, (?:it|they) (?:(?:has|have) not been shown|may|might|could)\b/i,
  // Two sentences with a comma alone between them.
  /^\W*(?:It|They|This|That|We|You|He|She)\b[^,]+, (?:it|they|we|you|he|she)(?:['’]\w+| (?:is|are|was|were|has|have))\b[^,]*\.$/i,
  // "Stage, and a single dose works": what was coordinated has lost its verb.
  /^\W*[\p{L}-]+, (?:and|but|or)\b/u,
  // A hedge on what the sentence takes for granted.
  /\b(?:when|once|if|because|since|after) (?:\w+ ){1,3}(?:may|might|could)\b/i,
  /\bwhat (?:it|they) do(?:es)? do\b.*\b(?:may|might|could)\b/i,
  // A hedged cure is a cure.
  /\b(?:may|might|could) (?:be able to )?(?:help )?(?:cure|eradicate|eliminate|be cured|have been cured|have cured)\b/i,
  /\b(?:may|might|could|potentially|possibly)\b[^,;.]{0,40}\b(?:a|an|possible|potential) cure\b/i,
  /\bwhether (?:it|this|that)(?:['’]s| is) (?:how|why)\b/i,
  /\b(?:in|of|for|with|at|by|from|into|than|as)\W*$/i,
  /\b(?:own|just|only|even|very|most|more|also)\W*$/i,
  /\b(?:that's|that’s|that is|this is) why\b/i,
  /\b(?:owing|thanks|prior) (?!to\b)/i,
  // A denial leaves the measure standing: "not been shown to beat cortisone hands down".
  /\bnot been shown to\b[^.;]*\b(?:hands down|by (?:a )?(?:wide|long|large)? ?(?:margin|far|distance|mile))\b/i,
  /\bwhether\b[^.;]*\b(?:special benefit|the (?:new|fresh) (?:hair|cartilage|tissue|skin|bone))\b/i,
  // "whether acts as": the clause has no subject.
  /\bwhether (?:acts?|works?|is|are|was|has|have|does|makes?|gives?)\b/i,
  // "by contrast and speak": a contrast without its verb; "what may be" inside a clause.
  /\b(?:by contrast|however|moreover) and\b/i,
  /\b(?:may|might|could) what\b/i,
  // A hedge on a report, a count or a ruling: "there might be growing evidence", "could settle any question".
  /\b(?:may|might|could) (?:be|have been) (?:growing|mounting|increasing|good|strong) evidence\b/i,
  /\b(?:may|might|could) settle\b/i,
  /\b(?:patients|people|most|many|we|some|clients|men|women) (?:may|might|could) (?:say|find|tell|report|have (?:done|built|found|seen|had|told|said|treated|helped))\b/i,
  /\b(?:great |vast )?majority (?:of [\w ]+ )?(?:may|might|could)\b/i,
  // A doubt on a hedge, a share or a measure: "whether it may help", "whether some knees improve".
  /\bwhether [^.;,]*\b(?:may|might|could)\b/i,
  /\bwhether\b[^.;]*, and (?:it|they|this|that|I|we)(?:['’]\w+| (?:may|might|could|have|has))\b/i,
  /\bwhether\b[^.;]* and I\b/,
  /\bwhether (?:some|already|tomorrow|today|soon|now)\b/i,
  /\bwhether\b[^.;]*\b(?:should|must|ought|not free of risk)\b/i,
  /\b(?:is|are) (?:how|why|what)\W*$/i,
  /^\W*(?:that|this)(?:['’]s| is) (?:how|what|where)\b/i,
  /, of\b/,
  // "Clinically, stem cell injections": "proven" has gone.
  /\b(?:clinically|scientifically|medically)\b,? (?!\p{L}+(?:ed|en|wn|nd)\b)\p{L}/iu,
  /\bwhether(?:,[^,]*,)? (?:for|to) (?:us|me)\b/i,
  // Two lines run together, of which the second begins inside the doubt: "whether a way out It works".
  /\bwhether\b[^.;]*[\p{Ll},] (?:Our|It|It['’]s|They|The|This|These|Once|We|You|Stem|An?|In|With|If|When)\b/u,
  /\bwhether\b[^.;]* like an? [\p{Ll}]+\b/iu,
  /\bwhether\b[^.;]*(?:, but\b|\bsafe\b)/i,
  // "Relief comes slowly but stays": what was cut said how long.
  /(?<!\bhow long .*)\b(?:stays|lasts|endures|remains|enjoy|works|and|but|so|therefore)\W*$/i,
  /\bbeen shown to [^.;,]*\b(?:may|might|could|are|is)\b/i,
  // "There is no stage and no age".
  /\bthere (?:is|are) no \w+(?: (?:and|or) (?:no )?\w+)?\W*$/i,
  // Said twice.
  /(\b\w[\w ]{11,}) (?:and|or|but) \1\b/i,
  /^\W*(?:how|why|what) [\w-]+(?: [\w-]+)?\W*$/i,
  // "some helpful".
  /\b(?:is|are|was|were) some (?!(?:of|\w+s)\b)/i,
  /\b(?:its|their|your|the|at) some\b/i,
  // "I find them", "an allograft that, injected into a joint": what the verb wants is gone.
  /\b(?:find|found|call|called|consider|make|keep|render)s? (?:it|them|this|that)\W*$/i,
  /\b(?:that|which|who), [^,;.]*\W*$/i,
  // What is taken for granted has the power; a hedge on what comes of it leaves that standing.
  /\b(?:power|ability|capacity) to \w+[^.;]*\b(?:may|might|could|has the potential)\b/i,
  // A hedge is no measure of speed: "may come back within days".
  /\b(?:may|might|could)\b[^.;,]*\b(?:within|in) (?:just |only |a (?:few |matter of )?)?(?:hours|days|minutes|(?:day|week|fortnight)\b)/i,
  // Structure hedged as if it were a symptom; a denial without its subject.
  /\b(?:may|might|could) (?:help )?(?:renew|be (?:mended|healed|rebuilt|regrown))\b/i,
  /\band not shown to\b/i,
  // A reason or a limit that belonged to the opposite: "not free of risk, since the cells are young".
  /\bnot free of risk\b,? (?:since|because|as|when|if|where|in|at|for)\b/i,
  // What is asserted of tissue beside a hedged symptom: "calm inflammation and coax cartilage into repair".
  /\b(?:may|might|could)\b[^.;]*\b(?:cartilage|tendons?|discs?|nerves?|ligaments?|tissue|cells)\b[^.;,]*\binto (?:repair|growth|life|shape)\b/i,
  /\bhow [^.?]*\b(?:may|might|could) (?:help )?heal\b/i,
  /^\W*That['’]s it, don['’]t\b/i,
  // "the word" that was quoted further on.
  /\bthe word lightly\W*$/i,
  /\b(?:an?|the|our|your|their|its)\s*[.,;:!?)]/i,
  /\b(?:we|you|they|it) (?:each|all)?\s*[.,]?$/i,
];

/** "No club sends a player to rehab for longer than a week" -> "No club sends a player". */
function isWider(was: string, now: string): boolean {
  const denied = /\b(?:no|never|nobody|none|without)\b/i;
  return COMPARES.test(was) && !COMPARES.test(now) && denied.test(now);
}

/** "Its profile is enviable", "You need not think about it": who "it" is went with the clause before. */
function isUnreferred(was: string, now: string): boolean {
  const opening = (text: string): string => /\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '';
  if (opening(was) === opening(now)) return false;
  if (/^\W*(?:its|they|their)\b/i.test(now)) return true;
  return /^\W*(?:you|we|I)\b[^,;.]*\b(?:it|them)\b/i.test(now);
}

/** "It is a treatment": the praise is gone, and nothing is left that it said. */
function isThin(was: string, now: string): boolean {
  const sign = new RegExp(
    String.raw`(?:['’](?:re|s)|\b(?:is|are|was|were|be|become|becomes|nothing short of|calls? it|see it as|represents?|means)) (?:just |only |now |right now |quite simply )?(?:an?|the|our)? ?(?:\w+ )?\b${GENERIC}(?: of this sort| in medicine| in care)?\W*$`,
    'i',
  );
  if (sign.test(now) && !sign.test(was)) return true;
  const asOne = new RegExp(String.raw`\bas an? ${GENERIC}(?: in (?:medicine|care))?\W*$`, 'i');
  if (asOne.test(now) && !asOne.test(was)) return true;
  const proof =
    /^\W*There(?:['’]s| is| are) (?:\w+ ){0,3}(?:research|evidence|studies|science|data|proof)\W*$/i;
  if (proof.test(now) && !proof.test(was)) return true;
  const settledAs = /\b(?:is|are) (?:an? )?(?:\w+ )?treatments? (?:of|for) [\w ]+\W*$/i;

  const words = (text: string): number => text.split(/\s+/).filter((one) => /\w/.test(one)).length;
  if (words(was) >= 12 && settledAs.test(now) && !settledAs.test(was)) return true;
  const plain = /^\W*(?:it|this|that|they|these|we|you)(?:['’]\w+| \w+)(?: \w+){0,2}\W*$/i;
  // "What can be stated is that it protects the tooth": a shorter statement, still a statement.
  if (/^\W*What (?:can|may) be \w+ is that\b(?!.*\b(?:not|may|might|could)\b)/i.test(now))
    return true;
  const isFor = /^\W*[\w-]+ (?:is|are) for \w+\W*$/i;
  if (isFor.test(now) && !isFor.test(was)) return true;
  return words(was) >= 7 && words(now) <= 4 && plain.test(now);
}

const COMPARATIVE =
  /\b(?:better|worse|safer|faster|quicker|milder|gentler|stronger|longer|sooner|earlier|cheaper|superior|simpler|lower|higher|greater|fewer|slower|shorter|easier|cleaner|cleverer|softer|harder|less|more)\b/gi;
const COMPARES = /\b(?:than|compared (?:to|with)|versus|vs)\b/i;

/** "a safer bet than surgery" -> "a safer bet": the comparison is still made. */
function comparesWithNothing(was: string, now: string): boolean {
  if (!COMPARES.test(was) || COMPARES.test(now)) return false;
  const at = was.search(COMPARES);
  const near = was
    .slice(Math.max(0, at - 50), at)
    .match(COMPARATIVE)
    ?.at(-1);
  return near !== undefined && new RegExp(String.raw`\b${near}\b`, 'i').test(now);
}

/** "a new: your own cells", "may work and safe": a noun or a verb is missing between two words. */
function isBereft(words: readonly Word[], was: string): boolean {
  return words.some((word, at) => {
    const next = words[at + 1];
    const before = words[at - 1];
    const ends = next === undefined || (next.tag === 'mark' && /^[.,;:!?)]$/.test(next.norm));
    if (word.tag !== 'adj' || !ends) return false;
    const phrase = `${before?.norm ?? ''} ${word.norm}${next?.norm ?? ''}`;
    if (was.toLowerCase().includes(phrase)) return false;
    const article = before?.tag === 'det' && /^(?:an?|the)$/.test(before.norm);
    const pair = before?.tag === 'conj' && words[at - 2]?.tag === 'verb';
    return (article && word.senses.every(({ tag }) => tag === 'adj')) || pair;
  });
}
