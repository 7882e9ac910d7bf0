/** Calls to the reader: "Get rid of knee pain with PRP" -> "PRP may help ease knee pain". */

import { capital, splice } from './changes.ts';
import { hostsOf, type Passage } from './passage.ts';
import { quoted, type Rewrite } from './rewrite.ts';
import { softer } from './softer.ts';
import { baseOf } from './verbs.ts';

const ENDING = /^([\s\S]+?)\s+(?:with|through|using|thanks to|by choosing)\s+([^,;:]+?)([.!]?)$/;

/** What may do the deed: "with stem cells", and not "with the surgeon". */
const ACTORS = ['therapy', 'cell', 'product', 'generic-treatment'];

export function* imperatives(passage: Passage): Iterable<Rewrite> {
  const { words, text, sentence, state } = passage;
  const host = hostsOf(passage).find(({ form }) => form === 'imperative');
  const main = host && words[host.verb];
  const { kind } = state.block;
  if (!host || !main || host.verb > 0 || main.form !== 'base' || kind === 'heading') return;
  const { start, end } = sentence.sentence;
  const [, object, means, mark] = ENDING.exec(text.slice(main.end, end)) ?? [];
  if (object === undefined || means === undefined || /\band\s+\w+\s+(?:your|the)\b/.test(object))
    return;
  const from = main.end + object.length;
  const therapy = words.some(
    ({ start: at, classes }) => at >= from && ACTORS.some((name) => classes.has(name)),
  );
  if (!therapy) return;
  const milder = softer(passage, host);
  const by = milder
    ? `${capital(means)} may ${milder.help ? 'help ' : ''}${milder.words}${object}`
    : `It is not known whether ${means} can ${main.classes.has('avoid') ? 'help you ' : ''}${baseOf(main)}${object}`;
  yield {
    text: splice(text, start, end, by + (mark === '!' ? '.' : (mark ?? ''))),
    kind: 'weaken',
    title: `Write ${quoted(by)}`,
    sound: true,
  };
}
