/** Set phrases with a known honest counterpart: figures, quantities, safety, bold leads. */

import { capital, cut, fixArticle, splice } from './changes.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';

/** A pattern over the prose of a sentence, and what stands there instead. `$1` are its groups. */
interface Restating {
  readonly rules: readonly string[];
  readonly from: RegExp;
  readonly to: string;
}

const FIGURE = String.raw`(?:(?:between|from)\s+)?(?:(?:up to|more than|over|about|around|nearly|almost|at least|roughly|some)\s+)?\d+(?:[.,]\d+)?\s?(?:%|percent|per cent)?(?:\s?(?:-|–|to|and)\s?\d+(?:[.,]\d+)?\s?)?(?:%|percent|per cent)`;
const COUNT = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|nineteen)`;
const WHOLE = String.raw`(?:\d+|three|four|five|ten|twenty|every ten|every)`;

const TABLE: readonly Restating[] = [
  // Figures without a source.
  {
    rules: ['speed-magnitude', 'universality', 'cure-claim'],
    from: new RegExp(String.raw`\b${FIGURE}\s+of\s+(?:all\s+)?(?:the\s+|our\s+)?(?=[a-z])`, 'i'),
    to: 'some ',
  },
  {
    rules: ['speed-magnitude', 'universality', 'cure-claim'],
    from: new RegExp(
      String.raw`\b(?:more than |over |about |nearly |almost )?${COUNT} (?:in|out of) (?:every )?${WHOLE}(?: of)?(?: the| our)?\s+(?=[a-z])`,
      'i',
    ),
    to: 'some ',
  },
  {
    rules: ['speed-magnitude', 'universality'],
    from: /\b(?:the (?:vast )?majority of|nearly all|almost all|virtually all|most)(?: of)?(?: the| our)?\s+(?=[a-z])/i,
    to: 'some ',
  },
  {
    rules: ['universality', 'unhedged-efficacy', 'speed-magnitude'],
    from: /\b(?:every|each)\s+(?=(?:single\s+)?(?:patient|person|client|guest)\b)/i,
    to: 'a ',
  },
  {
    rules: ['universality', 'unhedged-efficacy'],
    from: /\ball (?:of )?(?:the |our )?(?=(?:\w+ )?(?:patients|people|clients|shoulders|knees|hips|joints|tendons|discs|types|kinds|stages)\b)/i,
    to: 'some ',
  },
  {
    rules: ['universality'],
    from: /\b(?:everyone|everybody|anyone|anybody)\b/i,
    to: 'some people',
  },
  {
    rules: ['speed-magnitude'],
    from: /^\s*\d+(?:\.\d+)?\s?% (?:success|satisfaction)(?: rate)?\s*$/i,
    to: 'not known',
  },
  // Safety: no injection is free of risk.
  {
    rules: ['safety-absolute'],
    from: /\b(?:carr(?:y|ies)|ha(?:ve|s)|poses?|involves?) (?:absolutely )?(?:no|zero) (?:\w+ ){0,2}?(?:risks?|dangers?|side effects|adverse effects|adverse reactions|complications)(?: of (?:\w+ ){0,3}?(?:rejection|infection|transmission|reaction|harm|complications?|allergy)(?: or \w+ \w+)?)?/i,
    to: '@be not free of risk',
  },
  {
    rules: ['safety-absolute'],
    from: /\bthere (?:are|is) (?:absolutely |virtually )?(?:no|zero|never any) (?:known |serious |real |major )?(side effects|risks|risk|complications|adverse effects|downsides|danger)\b/i,
    to: '$1 cannot be ruled out',
  },
  {
    rules: ['safety-absolute'],
    from: /\b(is|are|was|were|'s|’s|'re|’re) (?:completely|totally|entirely|perfectly|absolutely|100% |inherently|fully|proven)?\s?safe(?: and (?:effective|natural|painless))?\b/i,
    to: '$1 not free of risk',
  },
  {
    rules: ['safety-absolute'],
    from: /\b(is|are|was|were|'s|’s|'re|’re) (?:risk-free|harmless|free of risk|without risk|free from risk)\b/i,
    to: '$1 not free of risk',
  },
  {
    rules: ['safety-absolute'],
    from: /\b(is|are|'s|’s) an? (?:completely|totally|entirely|perfectly|absolutely|100%|inherently) safe (\w+)/i,
    to: '$1 not a risk-free $2',
  },
  // Leads and headings.
  {
    rules: ['permanence-durability'],
    from: /^(?:Long-?term|Lasting|Permanent|Long-lasting) relief\b/i,
    to: 'How long relief lasts',
  },
  {
    rules: ['permanence-durability', 'unhedged-efficacy', 'mechanism-as-outcome', 'cure-claim'],
    from: /^(\w+(?: \w+)?) (?:regeneration|repair|restoration|renewal|rebuilding)(?= (?:at|in|with|for|by|from|,|:)|$)/i,
    to: '$1 treatment',
  },
  // Proof.
  {
    rules: ['proof-claim', 'unhedged-efficacy'],
    from: /\b(?:clinically|scientifically|medically)[ -](?:proven|proved|validated|tested)(?= to\b)/i,
    to: 'intended',
  },
  {
    rules: ['proof-claim', 'unhedged-efficacy'],
    from: /\b(?:has|have) been (?:clinically |scientifically )?(?:proven|proved|shown)(?= to\b)/i,
    to: '@be intended',
  },
];

export function* restated(passage: Passage): Iterable<Rewrite> {
  const { text, sentence, rule } = passage;
  const { start, end } = sentence.sentence;
  const own = text.slice(start, end);
  for (const { rules, from, to } of TABLE) {
    if (!rules.includes(rule)) continue;
    const match = from.exec(own);
    if (!match || !touches(passage, start + match.index, match[0].length)) continue;
    let by = to.replace('$1', match[1] ?? '').replace('$2', match[2] ?? '');
    by = by.replace('@be', /^(?:carries|has|poses|involves)\b/i.test(match[0]) ? 'is' : 'are');
    if (/^\p{Lu}/u.test(match[0]) && /^\p{Ll}/u.test(by)) by = capital(by);
    const at = start + match.index;
    const put = splice(text, at, at + match[0].length, by);
    yield {
      text: fixArticle(put, at),
      kind: 'weaken',
      title: `Write ${quoted(by)}`,
    };
  }
  yield* withoutGerund(passage);
  yield* notOnly(passage);
}

/** A set phrase counts where it overlaps what the finding marks, or stands right beside it. */
function touches({ words, first, last }: Passage, at: number, length: number): boolean {
  const from = words[Math.max(0, first - 2)]?.start ?? 0;
  const to = words[Math.min(words.length - 1, last + 1)]?.end ?? 0;
  return at < to && at + length > from;
}

/** "Calming Inflammation:" -> "Inflammation:"; "Healing the ligament" -> "Treating the ligament". */
function* withoutGerund({ text, words, first, sentence }: Passage): Iterable<Rewrite> {
  const word = words[first];
  const next = words[first + 1];
  if (!word || !next || first > 0 || word.form !== 'ing' || word.end > next.start) return;
  const lead = sentence.fragment || /^[^.?!]{0,60}:/.test(text.slice(sentence.sentence.start));
  if (!lead) return;
  if (next.tag !== 'det')
    yield {
      text: cut(text, word.start, word.end, sentence.sentence.start),
      kind: 'cut',
      title: `Cut ${quoted(text.slice(word.start, word.end))}`,
    };
  yield {
    text: splice(text, word.start, word.end, 'Treating'),
    kind: 'weaken',
    title: 'Write “Treating”',
  };
}

/** "treating not only the pain but also the damaged tissues that …" -> "treating the pain". */
function* notOnly({ text, sentence }: Passage): Iterable<Rewrite> {
  const { start, end } = sentence.sentence;
  const own = text.slice(start, end);
  const match = /\bnot (?:only|just) ((?:the |an? )?[\w ]+?),? but (?:also )?[^,.;:!?]+/i.exec(own);
  if (!match) return;
  const at = start + match.index;
  yield {
    text: splice(text, at, at + match[0].length, match[1] ?? ''),
    kind: 'cut',
    title: `Write ${quoted(match[1] ?? '')}`,
  };
}
