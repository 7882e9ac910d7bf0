/** The set phrases of claims and what an editor writes instead. A space matches any white space. */

import type { BlockKind } from '../model.ts';

export interface SetPhrase {
  /** The rules whose findings it may answer; any where left out. */
  readonly rules?: readonly string[];
  readonly kinds?: readonly BlockKind[];
  /** Matched in the prose of one sentence. */
  readonly from: RegExp;
  /** `$1` is a group; `@be` agrees with the verb that it replaces. */
  readonly to: string;
}

const phrase = (
  rules: string,
  from: string,
  to: string,
  kinds?: readonly BlockKind[],
): SetPhrase => ({
  ...(rules === '' ? {} : { rules: rules.split(' ') }),
  ...(kinds ? { kinds } : {}),
  from: new RegExp(from.replaceAll(' ', String.raw`\s+`), 'i'),
  to,
});

const FIGURES = 'speed-magnitude universality cure-claim unhedged-efficacy';
const SAFETY = 'safety-absolute';
const PRAISE = 'hype-words superiority-over-conventional experimental-as-established';
const APPROX =
  '(?:(?:up to|more than|over|about|around|nearly|almost|at least|roughly|some|between|from|an? (?:impressive|amazing|remarkable)) )?';
const PERCENT = String.raw`(?:%|\s?percent\b|\s?per cent\b)`;
const FIGURE = String.raw`${APPROX}\d+(?:[.,]\d+)?${PERCENT}?(?:(?: (?:to|and) |[-–])(?:over )?\d+(?:[.,]\d+)?)?${PERCENT}`;
const COUNT = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|nineteen)';
const OUT_OF = '(?:in|out of|of) (?:every )?(?:\\d+|three|four|five|ten|twenty|every ten|every)\\b';
const MANY = String.raw`(?:the (?:vast )?majority of|nearly all|almost all|virtually all|most)`;
const PEOPLE =
  '(?:patients?|people|clients?|guests?|shoulders?|knees?|hips?|joints?|tendons?|discs?|participants?|users?)';
const RISK =
  '(?:risks?|dangers?|side effects|adverse effects|adverse reactions|complications|downsides)';
const SAFE = '(?:completely|totally|entirely|perfectly|absolutely|100%|inherently|fully|proven)';
const BE = String.raw`(\bis|\bare|\bwas|\bwere|['’]s|['’]re)`;
const NEWS =
  '(?:breakthrough|revolution|game[- ]?changer|new era|new dawn|paradigm shift|milestone|quantum leap|sea change|triumph)';
const WONDER =
  '(?:miracle|wonder|marvel|panacea|magic bullet|silver bullet|elixir|holy grail|godsend|lifesaver)';
const TITLE: readonly BlockKind[] = ['heading', 'title', 'front-matter'];

export const SET_PHRASES: readonly SetPhrase[] = [
  // Figures and shares without a source.
  phrase(FIGURES, String.raw`^\W*${FIGURE}\W*$`, 'not known', ['cell']),
  phrase(
    FIGURES,
    `^\\W*${FIGURE} (?:success|satisfaction|cure|response)(?: rate)?\\W*$`,
    'success rate not known',
  ),
  phrase(FIGURES, `\\b${FIGURE} of (?:all )?(?:the |our |my )?(?=[a-z])`, 'some '),
  phrase(FIGURES, `\\b${APPROX}${COUNT} ${OUT_OF}(?: of)?(?: the| our| my)? (?=[a-z])`, 'some '),
  phrase(FIGURES, `\\bin ${APPROX}${COUNT} ${OUT_OF}`, 'in some people'),
  phrase(FIGURES, `\\b${MANY}(?: of)?(?: the| our| my)? (?=[a-z])`, 'some '),
  phrase(FIGURES, `\\ball (?:of )?(?:the |our )?(?=(?:\\w+ )?${PEOPLE}\\b)`, 'some '),
  phrase(FIGURES, `\\b(?:every|each) (?:single )?(?=(?:patient|person|client|guest)\\b)`, 'a '),
  phrase('universality', String.raw`\b(?:everyone|everybody|anyone|anybody)\b`, 'some people'),
  phrase(
    'universality',
    String.raw`\b(?:all|any|every) (?:types|kinds|forms|type|kind|form) of\b`,
    'some types of',
  ),
  phrase(
    FIGURES,
    ` (?:in|for) (?:over |up to |more than )?\\d+(?:[.,]\\d+)?${PERCENT}(?: of (?:cases|patients|people))?`,
    '',
  ),
  phrase(
    FIGURES,
    ` (?:with )?an? (?:impressive |amazing )?\\d+(?:[.,]\\d+)?${PERCENT} (?:success|survival|satisfaction|response|cure) rate`,
    '',
  ),
  phrase(FIGURES, ` by (?:up to |over |more than |about )?\\d+(?:[.,]\\d+)?${PERCENT}`, ''),
  phrase(
    'speed-magnitude',
    String.raw` (?:with)?in (?:just |only |as little as |under )?(?:a few|a matter of|\w+) (?:hours?|days?|weeks?|months?)\b`,
    '',
  ),
  // A life without the symptom.
  phrase(
    'cure-claim',
    `${BE} (?:completely |totally |now )?(?:free (?:of|from) (?:all )?pain|pain[- ]free|symptom[- ]free|free (?:of|from) symptoms)\\b`,
    ' may have less pain',
  ),
  phrase(
    'cure-claim',
    String.raw`\b(?:become|becomes|end up|get) (?:completely |totally )?(?:pain[- ]free|symptom[- ]free|free (?:of|from) pain)\b`,
    'may have less pain',
  ),
  phrase('cure-claim', String.raw`\bwalk(ing)? pain[- ]free(?: again)?\b`, 'walk$1 with less pain'),
  // Safety: no procedure is free of risk.
  phrase(
    SAFETY,
    `\\b(?:carr(?:y|ies)|ha(?:ve|s)|poses?|involves?) (?:absolutely )?(?:no|zero) (?:\\w+ ){0,2}?${RISK}(?: of (?:\\w+ ){0,3}?(?:rejection|infection|transmission|reactions?|harm|complications?|allergy)(?: or \\w+ \\w+)?)?`,
    '@be not free of risk',
  ),
  phrase(
    SAFETY,
    String.raw`\bthere (?:are|is) (?:absolutely |virtually )?(?:no|zero|never any) (?:known |serious |real |major )?(side effects|risks|risk|complications|adverse effects|downsides)\b`,
    '$1 cannot be ruled out',
  ),
  phrase(
    SAFETY,
    `${BE} ${SAFE} safe(?: and (?:effective|natural|painless))?\\b`,
    '$1 not free of risk',
  ),
  phrase(
    SAFETY,
    `${BE} (?:risk[- ]free|harmless|free of risk|without risks?|free from risk)\\b`,
    '$1 not free of risk',
  ),
  phrase(SAFETY, `${BE} an? ${SAFE} safe (\\w+)`, '$1 not a risk-free $2'),
  phrase(SAFETY, `${BE} safe and effective\\b`, '$1 not free of risk'),
  phrase(
    SAFETY,
    String.raw`\bside effects are (?:not a concern|ruled out|nothing to worry about|unheard of)\b`,
    'side effects cannot be ruled out',
  ),
  phrase(SAFETY, String.raw`\bfewer|less|milder (?=side effects than)`, ''),
  // Other treatments in a poor light.
  phrase(
    'superiority-over-conventional',
    String.raw`\b(?:merely|only|just|simply) (?:mask|hide|cover|cover up|dull|numb)(s?) (?:the |your )?(symptoms?|pain|discomfort)\b`,
    'ease$1 the $2',
  ),
  phrase(
    'superiority-over-conventional',
    String.raw`\b(?:merely|only|just|simply) (?=mask|hid|cover|dull|numb|paper)`,
    '',
  ),
  // Praise.
  phrase(
    PRAISE,
    String.raw`\b(?:an?|the|our) (?:\w+[- ]){0,2}?${NEWS} (?:in|for) (?=\w)`,
    'a development in ',
    ['paragraph', 'item', 'cell', 'footnote'],
  ),
  phrase(PRAISE, String.raw`: (?:an? |the )?(?:\w+ )?${NEWS} (?:of|in) .*$`, '', TITLE),
  phrase(
    PRAISE,
    String.raw`\b(?:marks|is|heralds|signals|opens) (?:an? |the )?(?:\w+ )?${NEWS} in\b`,
    'in',
    TITLE,
  ),
  phrase(PRAISE, String.raw` ${NEWS} in\b`, ' in'),
  phrase(PRAISE, String.raw`^${NEWS}[:!] `, ''),
  phrase(PRAISE, String.raw`\b${NEWS}s?\b`, 'development'),
  phrase(
    PRAISE,
    String.raw`\b(?:miracle|wonder|magic|miraculous) (?=(?:cure|treatment|shot|injection|cells?|drug|therapy)\b)`,
    '',
  ),
  phrase(PRAISE, String.raw`\b${WONDER}\b`, 'treatment'),
  // Leads and headings.
  phrase(
    'permanence-durability',
    String.raw`^(?:Long[- ]?term|Lasting|Permanent|Long-lasting) relief\b`,
    'How long relief lasts',
  ),
  phrase(
    '',
    String.raw`^(\w+(?: \w+)?) (?:regeneration|repair|restoration|renewal|rebuilding)(?= (?:at|in|with|for|by|from|and|,|:)|:|$)`,
    '$1 treatment',
    TITLE,
  ),
  phrase('', String.raw`^(\w+(?: \w+)?) (?:relief|reduction|elimination)(?=:|$)`, '$1', TITLE),
  // Proof.
  phrase('proof-claim', String.raw`\bleaves? no doubt\b`, 'leave doubt'),
  phrase(
    'proof-claim',
    String.raw`\bthere(?: is|['’]s) no (?:doubt|question|denying) that\b`,
    'it is not known whether',
  ),
  phrase(
    'proof-claim unhedged-efficacy',
    String.raw`\b(?:clinically|scientifically|medically)[ -](?:proven|proved|validated|tested)(?= to\b)`,
    'intended',
  ),
  phrase(
    'proof-claim',
    String.raw`\b(?:clinically |scientifically |medically )?(?:proven|proved|validated|tested),? (?=\w+ )`,
    '',
  ),
  phrase(
    '',
    String.raw`\b(confirm|prove|show|mean|demonstrate|guarantee)s that\b`,
    'does not $1 that',
  ),
  // Surgery and medicines.
  phrase(
    'avoids-surgery',
    String.raw` (?:without|with no) (?:the need for |any |costly,? |painful,? |invasive )*(?:surgery|an operation|the knife|an incision|drugs|medication|a scalpel)\b`,
    '',
  ),
  phrase(
    'avoids-surgery',
    String.raw` [–—-] no (?:scalpel|surgery|knife|operation)(?: (?:required|needed|necessary))?`,
    '',
  ),
];
