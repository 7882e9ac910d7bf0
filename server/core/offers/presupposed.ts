/** Claims whose whole sentence takes something for granted, put as a condition or a plain truth. */

import type { Predicate } from '../clauses.ts';
import { participleOf } from './verbs.ts';
import { splice } from './changes.ts';
import type { Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';

export function* presupposed(passage: Passage): Iterable<Rewrite> {
  if (passage.topic === 'safety') yield* ownCells(passage);
  yield* ability(passage);
}

const END = /[.!]["”’)]*$/;

/** A new wording for the whole sentence, with its closing marks. */
function whole({ text, sentence }: Passage, by: string): Rewrite {
  const { start, end } = sentence.sentence;
  const closing = END.exec(text.slice(start, end))?.[0] ?? '';
  return {
    text: splice(text, start, end, by + closing.replace('!', '.')),
    kind: 'weaken',
    title: `Write ${quoted(by)}`,
    sound: true,
  };
}

/** "Because the cells are your own, there is no risk." -> "Using your own cells does not …". */
function* ownCells(passage: Passage): Iterable<Rewrite> {
  const { text, sentence } = passage;
  const own = text.slice(sentence.sentence.start, sentence.sentence.end).replace(/\s+/g, ' ');
  const lead = /^(?:Because|Since|As) ([^,]+?), /.exec(own)?.[1];
  const because = /^[^,]+?,? (?:because|since|as) ((?:they|it|the cells|your)\b[^,]*)$/.exec(
    own,
  )?.[1];
  const being =
    /^Being (autologous|natural|your own|minimally invasive), (?:the |our )?([\w ]+?) (?:carr|ha|pose|is|are|involve)/.exec(
      own,
    );
  if (being) {
    yield whole(passage, `Being ${being[1] ?? ''} does not make ${being[2] ?? ''} free of risk`);
    return;
  }
  const reason = lead ?? because;
  if (reason === undefined) return;
  const whose = /\b(your|the patient['’]s)\b(?: own)?/.exec(reason)?.[1];
  const what = /\bblood\b/.test(own)
    ? 'blood'
    : /\bfat\b/.test(reason)
      ? 'fat'
      : /\bPRP\b/.test(reason)
        ? 'blood'
        : 'cells';
  if (whose !== undefined && /\bown\b|\bfrom your\b/.test(reason))
    yield whole(passage, `Using ${whose} own ${what} does not make the procedure free of risk`);
}

/** "Is it safe? Completely." The answer to a question of safety is what is true of every procedure. */
export function* everyProcedure(passage: Passage): Iterable<Rewrite> {
  const { text, sentence, topic } = passage;
  const before = text.slice(0, sentence.sentence.start).trimEnd();
  const question = /[^.!?]*\?["”’)\]*_]*$/.exec(before)?.[0] ?? '';
  if (
    topic === 'safety' &&
    /\b(?:safe|safety|risks?|dangers?|dangerous|harm|side effects)\b/i.test(question)
  )
    yield whole(passage, 'Like any procedure, this carries risks');
}

/** "The ability to repair nerve function can result in reduced pain" -> "If nerve function could …". */
function* ability(passage: Passage): Iterable<Rewrite> {
  const { text, sentence, words, predicates, state } = passage;
  const own = text.slice(sentence.sentence.start, sentence.sentence.end).replace(/\s+/g, ' ');
  const match =
    /^(?:The|Their|This) (?:regenerative )?(?:ability|power|capacity) to .+? (?:can |could |will |may )?(?:results? in|leads? to|brings?) (?:a )?(.+?)[.!]$/.exec(
      own,
    );
  const act = predicates.find(({ form }) => form === 'infinitive');
  const main = act && words[act.verb];
  const outcomes = match?.[1] === undefined ? undefined : outcomesOf(match[1]);
  if (!act || !main || !outcomes) return;
  const object = objectOf(passage, act);
  const done = participleOf(main, state.analysis.library.lexicon);
  yield whole(
    passage,
    `If ${object} could be ${done}, ${outcomes}, but it is not known whether this happens in people`,
  );
}

function objectOf({ text, words }: Passage, { verb, objectEnd }: Predicate): string {
  const from = words[verb + 1]?.start ?? 0;
  return text.slice(from, words[objectEnd - 1]?.end ?? from);
}

/** "reduced pain and improved mobility" -> "pain might be reduced and mobility improved". */
function outcomesOf(phrase: string): string | undefined {
  const parts = phrase
    .split(/,? and |, /)
    .map((part) => /^(\w+ed|less|better|more) (.+)$/.exec(part));
  const said = parts.map((part, at) => {
    const how = part?.[1];
    if (!part || how === undefined) return undefined;
    const done =
      how === 'less'
        ? 'reduced'
        : how === 'better'
          ? 'improved'
          : how === 'more'
            ? 'increased'
            : how;
    return at === 0 ? `${part[2] ?? ''} might be ${done}` : `${part[2] ?? ''} ${done}`;
  });
  if (said.some((one) => one === undefined)) return undefined;
  return said.length < 3
    ? said.join(' and ')
    : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`;
}
