/** Where "it is not known whether" does not fit what follows: signs in the words of the doubt alone. */

/** Whether the sentence puts in doubt what cannot be: what the writer knows, aims, jibes, hedges. */
export function isMisplacedDoubt(was: string, now: string): boolean {
  return MISPLACED.some((sign) => sign.test(now) && !sign.test(was));
}

const UNDER = String.raw`\bwhether\b[^.;]*`;

const signs = (...parts: readonly string[]): readonly RegExp[] =>
  parts.map((part) => new RegExp(part, 'iu'));

/** Each with what it keeps from being put in doubt. */
const MISPLACED: readonly RegExp[] = signs(
  // An aim, and what is hedged already: "whether it seeks to tackle", "whether they appear to help".
  String.raw`${UNDER}\b(?:seeks?|aims?|tries|try|hopes?|strives?|sets? out|appears?|seems?) to\b`,
  String.raw`${UNDER}\b(?:(?:has|have|offers?|holds?) the potential|possibly|perhaps|likely)\b`,
  // What publications say can be looked up.
  String.raw`\bwhether (?:\p{L}+ )?(?:publications|studies|trials|papers|reports|data|research)\b`,
  // A jibe at other care, and what only the uniqueness would be doubted of: "whether only PRF".
  String.raw`\bwhether (?:[\p{L}'’-]+,? ){0,10}(?:just|merely|only|simply)\b`,
  String.raw`\bwhether (?:that|this|it)(?:['’]s| is) (?:it|all|that)\b`,
  // The writer's own house, body and figures.
  String.raw`\bwhether,? (?:our|my|his|her) (?:own )?(?:laborator|lab\b|clinic|hospital|team|staff|nurse|doctor|centre|center|premises|daughter|son|mother|father|wife|husband|mom|mum)`,
  String.raw`${UNDER}\bmy\b`,
  String.raw`${UNDER}\d ?(?:%|percent\b|per cent\b)`,
  String.raw`${UNDER}\b(?:half|thirds?|quarters?|tenths?) of (?:all |our |the |my )?(?:patients|people|men|women|clients|guests)\b`,
  String.raw`\bwhether (?:we\b|you(?:['’]re| are)\b)`,
  // What says when stays behind: "whether it fades, usually by the third visit".
  String.raw`\b(?:whether|not been shown to)\b[^.;]*, (?:usually|typically|often|generally|mostly|sometimes) (?:by|within|in|after|from)\b`,
  String.raw`\bonly (?:\p{L}+ ){1,4}(?:has|have) not been shown\b`,
  // What is done is no question: "whether it is placed in the ovary, where it wakes the cells".
  String.raw`${UNDER}\b(?:is|are) (?:\p{L}+ly )?(?:placed|injected|given|put|infused|drawn|taken|harvested|delivered|implanted)\b[^.;]*, (?:where|which)\b`,
  // Taken for granted: "whether the rebuilding of the fascia helps".
  String.raw`\bwhether,? (?:\p{L}+ ){0,2}(?:rebuilding|regeneration|repair|regrowth|restoration|renewal) of\b`,
  // What is said beside it in another person, or never was.
  String.raw`\b(?:whether|not been shown to)\b[^.;]*\band you(?:['’]|\b)`,
  String.raw`${UNDER}\bnever\b`,
  String.raw`\bwhether,? (?:there (?!is\b|are\b|was\b|were\b)|thereby|thus|here\b)`,
  // A lead with a colon promised something else: "No top-ups: it is not known whether".
  String.raw`^\W*(?:no|not|never)\b[^.:]*: it is not known\b`,
  String.raw`\b(?:picture|story|secret|answer|reason|explanation|told|said): [^.;]*\b(?:not (?:known|been shown)|may|might|could)\b`,
  // "What I see is that they have not been shown to".
  String.raw`\b(?:I|we) (?:see|find|notice|observe|know)\b[^.;]*\bnot been shown\b`,
);
