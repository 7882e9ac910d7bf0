/** The set phrases of claims and what an editor writes instead. */

import type { BlockKind } from '../model.ts';

export interface SetPhrase {
  /** What the claims are about that it may answer; anything where left out. */
  readonly topics?: readonly string[];
  readonly kinds?: readonly BlockKind[];
  /** Matched in the prose of one sentence. */
  readonly from: RegExp;
  /** `$1` is a group; `@be` agrees with the verb that it replaces, `@1` takes the ending in group 1. */
  readonly to: string;
}

/** A space in `from` matches any white space. */
function phrase(topics: string, from: string, to: string, kinds?: readonly BlockKind[]): SetPhrase {
  return {
    ...(topics === '' ? {} : { topics: topics.split(' ') }),
    ...(kinds ? { kinds } : {}),
    from: new RegExp(from.replaceAll(' ', String.raw`\s+`), 'i'),
    to,
  };
}

const r = String.raw;

const SHARE = 'measure everyone cure effect';
const SAFETY = 'safety';
const PRAISE = 'praise comparison status';
const RIVAL = 'comparison';
const ABOUT = r`(?:(?:up to|more than|over|about|around|nearly|almost|at least|roughly|some|between|from|an? (?:impressive|amazing|remarkable)) )?`;
const PERCENT = r`(?:%|\s?percent\b|\s?per cent\b)`;
const FIGURE = r`${ABOUT}\d+(?:[.,]\d+)?${PERCENT}?(?:(?: (?:to|and) |[-–])(?:over )?\d+(?:[.,]\d+)?)?${PERCENT}`;
const COUNT = '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|nineteen)';
const OUT_OF = r`(?:in|out of|of) (?:every )?(?:\d+|three|four|five|ten|twenty|every ten|every)\b`;
const MANY =
  '(?<!\\b(?:is|are|was|were|be|the|at) )(?:the (?:vast )?majority of|nearly all|almost all|virtually all|most)';
const PEOPLE =
  '(?:patients?|people|clients?|guests?|shoulders?|knees?|hips?|joints?|tendons?|discs?|participants?|users?|athletes?)';
const RISK =
  '(?:risks?|dangers?|side effects|adverse effects|adverse reactions|complications|downsides)';
const HARM = '(?:rejection|infection|transmission|reactions?|harm|complications?|allergy)';
const SAFE = '(?:completely|totally|entirely|perfectly|absolutely|100%|inherently|fully|proven)';
const BE = r`(\bis|\bare|\bwas|\bwere|['’]s|['’]re)`;
const NEWS =
  '(?:breakthrough|revolution|game[- ]?changer|new era|new dawn|paradigm shift|milestone|quantum leap|sea change|triumph)';
const PERHAPS = '(?:possibly|perhaps|potentially|maybe|conceivably|probably)';
const BETTER = '(?:improved|better|enhanced|faster|quicker|restored|greater|increased|accelerated)';
const MEDICINES = '(?:pills|painkillers|tablets|medication|medicines|injections|drugs)';
const ASIDES: readonly BlockKind[] = ['heading', 'title', 'front-matter'];
const TEXT: readonly BlockKind[] = ['paragraph', 'item', 'cell', 'footnote'];

// prettier-ignore
export const SET_PHRASES: readonly SetPhrase[] = [
  // Figures and shares without a source.
  phrase(SHARE, r`^\W*${FIGURE}\W*$`, 'no reliable figure', ['cell']),
  phrase(SHARE, r`^\W*${FIGURE} (?:success|satisfaction|cure|response)(?: rates?)?\W*$`, 'no reliable figure', ['cell']),
  phrase(SHARE, r`^\W*success rates?\W*$`, 'results reported', ['cell']),
  phrase('duration', r`^.*\b(?:lifetime|life|forever|permanent|years|decades|for good)\b.*$`, 'not known', ['cell']),
  phrase(SHARE, r`\b${FIGURE} of (?:all )?(?:the |our |my )?(?=(?:\w+ ){0,2}?${PEOPLE}\b)`, 'some '),
  phrase(SHARE, r`\b${ABOUT}${COUNT} ${OUT_OF}(?: of)?(?: the| our| my)? (?=[a-z])`, 'some '),
  phrase(SHARE, r`\bin ${ABOUT}${COUNT} ${OUT_OF}`, 'in some people'),
  phrase(SHARE, r`\b(fall|drop|decrease|improve|increase|rise)s by ${FIGURE}`, 'may $1'),
  phrase(SHARE, r`\b${MANY}(?: of)?(?: the| our| my)? (?=[a-z])`, 'some '),
  phrase(SHARE, r`\ball (?:of )?(?:the |our )?(?=(?:\w+ )?${PEOPLE}\b)`, 'some '),
  phrase(SHARE, r`\b(?:each and every|every single|every|each) (patient|client|guest) (improve|benefit|respond|recover|feel|get|return)s\b`, 'some $1s $2'),
  phrase(SHARE, r`\b(?:each and every|every single|every|each) (patient|client|guest)\b`, 'some $1s'),
  phrase(SHARE, r`\b(?:every single|every|each) person\b`, 'some people'),
  phrase('everyone', r`\b(?:everyone|everybody|anyone|anybody) (?:can|will)(?! have\b)\b`, 'some people might'),
  phrase('everyone', r`\b(?:everyone|everybody|anyone|anybody)(?= (?:can|could|will|may|should|who|with)\b|[.,;!]|$)`, 'some people'),
  phrase('everyone', r`\b(?:over|more than|up to) \d+ (?=(?:\w+ )?(?:illnesses|diseases|conditions|disorders|ailments)\b)`, 'some '),
  phrase('everyone', r`\b(?:an? )?(?:wide|broad|vast|huge) (?:variety|range|array) of(?= \w)`, 'some'),
  phrase('everyone', r`\ba (?:whole )?host of(?= \w)`, 'some'),
  phrase('everyone', r`\b(?:all|any|every) (?:types|kinds|forms|type|kind|form) of (?=\w)`, ''),
  phrase('everyone', r`\b(?:any|every) (injur)y\b`, 'some $1ies'),
  phrase('everyone', r`\b(?:almost |nearly |virtually )?(?:any|every) (condition|disease|disorder|joint|tendon|tissue|organ|ligament)\b`, 'some $1s'),
  phrase('everyone', r`\b(?:almost |nearly |virtually )all (?=(?:\w+ )?(?:conditions|diseases|disorders|joints|tendons|tissues|organs)\b)`, 'some '),
  phrase('everyone', r`^(?:Whatever|No matter what|Regardless of) the cause of (?:your )?([^,]+?), `, 'For $1, '),
  phrase(SHARE, r` (?:in|for) (?:over |up to |more than )?\d+(?:[.,]\d+)?${PERCENT}(?: of (?:cases|patients|people))?`, ''),
  phrase(SHARE, r` with an? (?:impressive |amazing )?\d+(?:[.,]\d+)?${PERCENT} (?:success|survival|satisfaction|response|cure) rate`, ''),
  phrase(SHARE, r` (?:as much as |up to |about )?\d+ times (?=more\b)`, ' '),
  phrase(SHARE, r` by (?:up to |over |more than |about )?\d+(?:[.,]\d+)?${PERCENT}`, ''),
  phrase('measure', r` (?:with)?in (?:just |only |as little as |under )?(?:a few|a matter of|\w+) (?:hours?|days?|weeks?|months?)\b`, ''),
  phrase('promise', r`\b(?:utterly|absolutely|completely|quite) (?:certain|sure|confident)\b`, 'hopeful'),
  phrase('promise', r`\b(we|I) (?:can )?(guarantee|promise)\b`, '$1 cannot $2'),
  phrase('promise', r`\b(guarantee|promise)s\b`, 'cannot $1'),
  phrase('promise', r`${BE} (?:guaranteed|assured)\b`, '$1 not guaranteed'),
  // A life without the symptom.
  phrase('cure', r`${BE} (?:completely |totally |now )?(?:free (?:of|from) (?:all )?pain|pain[- ]free|symptom[- ]free|free (?:of|from) symptoms)\b`, 'may have less pain'),
  phrase('cure', r`\b(?:become|becomes|end up|get) (?:completely |totally )?(?:pain[- ]free|symptom[- ]free|free (?:of|from) pain)\b`, 'may have less pain'),
  phrase('cure', r`\bwalk(ing)? pain[- ]free(?: again)?\b`, 'walk$1 with less pain'),
  phrase('cure', r`\b(?:the|your) (pain|ache|stiffness) (?:is|was) gone\b`, 'there may be less $1'),
  phrase('', r`^freedom from (?=[^.!?]*:$)`, ''),
  phrase('', r`^freedom from (?=.*\b${MEDICINES}\b)`, 'possibly fewer '),
  // Safety: no procedure is free of risk.
  phrase(SAFETY, r`\b(?:carr(?:y|ies)|ha(?:ve|s)|poses?|involves?) (?:absolutely )?(?:no|zero) (?:\w+ ){0,2}?${RISK}(?: of (?:\w+ ){0,3}?${HARM}(?: or \w+ \w+)?)?`, '@be not free of risk'),
  phrase(SAFETY, r`\bthere (?:are|is) (?:absolutely |virtually )?(?:no|zero|never any) (?:known |serious |real |major )?(side effects|risks|risk|complications|adverse effects|downsides)\b`, '$1 cannot be ruled out'),
  phrase(SAFETY, r`${BE} (?:${SAFE} )?safe,? and (?:has|have|carries|carry|poses?|involves?|causes?) no [^.,;]+`, '$1 not free of risk'),
  phrase(SAFETY, r`${BE} ${SAFE} safe(?: and (?:effective|natural|painless))?\b`, '$1 not free of risk'),
  phrase(SAFETY, r`${BE} (?:${SAFE} |perfectly |quite )?(?:risk[- ]free|harmless|free of risk|without risks?|free from risk)\b`, '$1 not free of risk'),
  phrase(SAFETY, r`${BE} an? (?:risk[- ]free|harmless) (\w+)`, '$1 not a risk-free $2'),
  phrase(SAFETY, r`${BE} an? ${SAFE} safe (\w+)`, '$1 not a risk-free $2'),
  phrase(SAFETY, r`${BE} safe and effective\b`, '$1 not free of risk'),
  phrase(SAFETY, r`\bside effects are (?:not a concern|ruled out|nothing to worry about|unheard of)\b`, 'side effects cannot be ruled out'),
  // Other treatments in a poor light.
  phrase(RIVAL, r`\b(?:merely|only|just|simply) (?:mask|hide|cover|cover up|dull|numb)(s?) (?:the |your )?(symptoms?|pain|discomfort)\b`, 'ease$1 the $2'),
  phrase(RIVAL, r`\b(?:merely|only|just|simply) (?=mask|hid|cover|dull|numb|paper)`, ''),
  phrase('comparison cause', r`,? (?:and )?not (?:just |only |merely |simply )?(?:the |its |your )?symptoms\b`, ''),
  phrase('duration comparison', r`, offering (?:an? )?(?:more )?(?:long[- ]term|longer[- ]term|longer[- ]lasting|lasting|durable|longer) (?:solution|relief|answer|benefits?) (?:compared (?:to|with)|than(?: with)?) (?![^,.;]*\b(?:have|has|had|can|could|do|does|did|is|are|was)\b)([^,.;]+)`, '; whether any relief lasts longer than with $1 is not known'),
  // Praise.
  phrase(PRAISE, r`\b(?:the|our) (PRP|BMAC|\w+ cell) ${NEWS} in\b`, '$1 in'),
  phrase(PRAISE, r`^(?:an? |the )?(?:\w+ )?${NEWS} (?:of|in) `, '', ASIDES),
  phrase(PRAISE, r`: (?:an? |the )?(?:\w+ )?${NEWS} (?:of|in) .*$`, '', ASIDES),
  phrase(PRAISE, r`\b(?:marks|is|heralds|signals|opens) (?:an? |the )?(?:\w+ )?${NEWS} in\b`, 'in', ASIDES),
  phrase(PRAISE, r`\b${NEWS} (?!(?:in|of|for|that|which|who|is|was|are|and|or|to|by|at|as|with|from|when|has|have|on|can|will|may)\b)(?=[a-z]{3,})`, '', TEXT),
  phrase(PRAISE, r`^${NEWS}[:!] `, ''),
  phrase(PRAISE, r`\b(?:miracle|wonder|magic|miraculous) (?=(?:cure|treatment|shot|injection|cells?|drug|therapy)\b)`, ''),
  // Leads and headings.
  phrase('duration', r`^(?:Long[- ]?term|Lasting|Permanent|Long-lasting) (relief|improvement|healing|comfort)\b`, 'How long $1 lasts', ['paragraph', 'item', 'heading', 'title']),
  phrase('duration', r`^(?:Long[- ]?term|Lasting|Permanent|Long-lasting) (results|benefits|effects|gains)\b`, 'How long $1 last', ['paragraph', 'item', 'heading', 'title']),
  phrase('duration', r`(?:,| and| with| –) (?:long[- ]?term|lasting|permanent|long-lasting) relief$`, '; whether any relief lasts is not known', ['item', 'cell']),
  phrase('', r`^(pain|symptom) (?:relief|reduction) through\b`, '$1 and'),
  phrase('', r`^(?:repair|regeneration|renewal|restoration|healing|rebuilding|calming|relief|reduction|reversal) of (?:the )?(?=[^.!?]*:$)`, ''),
  phrase('', r`^${BETTER} (?=[^.!?]*:?$)`, '', ASIDES),
  phrase('', r`^${BETTER} (?=[^.!?]*:$)`, ''),
  phrase('', r`^(\w+(?: \w+)?) (?:regeneration|repair|restoration|renewal|rebuilding)(?= (?:at|in|with|for|by|from|and|,|:)|:|$)`, '$1 treatment', ASIDES),
  phrase('', r`^(\w+(?: \w+)?) (?:relief|reduction|elimination)(?=:|$)`, '$1', ASIDES),
  phrase('', r`^(\w+(?: \w+)?) (?:relief|reduction|elimination)(?=:$)`, '$1'),
  phrase('', r`\bfocuses on harnessing (?:the )?(?:\w+ )?(?:abilities|ability|powers?|potential|capacity) of\b`, 'aims to use'),
  phrase('', r`\bharness(es|ing|) (?:the )?(?:\w+ )?(?:abilities|ability|powers?|potential|capacity) of\b`, 'us@1'),
  // Proof.
  phrase('proof', r`\bleave(s?) no doubt (?:about|of|over)(?= (?:the |its |their )?\w+)`, 'do@es not settle the question of'),
  phrase('proof', r`\bleaves? no doubt\b`, ''),
  phrase('proof', r`\bthere(?: is|['’]s) no (?:doubt|question|denying) that\b`, 'it is not known whether'),
  phrase('proof effect cure', r`\b(?:clinically|scientifically|medically)[ -](?:proven|proved|validated|tested)(?= to\b)`, 'intended'),
  phrase('proof', r`\bit is (?:now )?(?:well established|proven|beyond doubt|a fact) that\b`, 'it is not known whether'),
  phrase('proof', r`\b(?:clinically |scientifically |medically )?(?:proven|proved|validated|tested),? (?=(?!to\b)[\w-]+ )`, ''),
  phrase('preclinical', r`\b(\w+s) (show|mean|prove|confirm|demonstrate|suggest) that\b`, '$1 do not $2 that'),
  phrase('', r`(?<!\b(?:which|it|research|science|evidence|ability to .*|ability to \w+ \w+) )\b(confirm|prove|show|mean|demonstrate|guarantee)s that\b`, 'does not $1 that'),
  phrase('proof', r`\b(?:(?:the )?(?:latest |newest )?(?:research|science|studies|evidence|data|trials?)|scientists|doctors|experts|researchers|we) (?:has |have )?(?:clearly |now |all )?(?:proves?|proven|proved|confirms?|confirmed|establish|establishes|established|agrees?|agreed) that\b`, 'it is not known whether'),
  phrase('approval', r`(?<!\b(?:is|are|be|been|was|were|fully)\s|['’]s\s)\b(?:fully )?(?:FDA|MHRA|EMA|TGA|CE|HTA|AATB|GMP)[- ](?:approved|cleared|compliant|registered|licensed|certified|marked),? (?=[a-z]+ )`, ''),
  phrase('', r`\b(?:doesn['’]t|don['’]t|does not|do not) (?:just|only|merely|simply) (\w+) ([^–—,;:.]+?)\s?(?:–|—|,|;|:) (?:but |it |they )[^.!?]*`, 'may help $1 $2'),
  phrase('duration', r`\b(?:will never|will not|won['’]t|does not|doesn['’]t|do not|don['’]t|never) (come back|return|recur|wear off)\b`, 'may $1'),
  // Of several hedges the modal.
  phrase('hedging', r`\b(?:${PERHAPS} )?(may|might|could)(?: ${PERHAPS})+(?: (?:be (?:able|likely) to|have the potential to|(?:seem|appear) to))?`, '$1'),
  phrase('hedging', r`\b(?:${PERHAPS} )?(may|might|could) (?:be (?:able|likely) to)`, '$1'),
  // Surgery and medicines.
  phrase('avoidance', r` (?:without|with no) (?:the need for |any |costly,? |painful,? |invasive )*(?:surgery|an operation|the knife|an incision|drugs|medication|a scalpel)\b`, ''),
  phrase('avoidance', r` [–—-] no (?:scalpel|surgery|knife|operation)(?: (?:required|needed|necessary))?`, ''),
];
