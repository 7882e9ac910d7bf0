// Rewordings: the first offer of every warning or error in a draft, applied one at a time, and the
// draft read again. Cleared: every edit stays within the sentence, no warning is left in it, the
// draft has fewer warnings, and nothing was silenced, commented out or made code. A quotation is cut
// as a whole, with who is said to have said it.
import { overlaps, share, count, strong, unitsOf } from './counting.mjs';

export function applyOffers(drafts, reader) {
  return drafts.flatMap(({ set, name, text }) => {
    const { analysis, findings } = reader.analysed(text);
    const draft = { set, name, text, units: unitsOf(text), warnings: strong(findings).length };
    return findings.flatMap((finding, index) =>
      strong([finding]).map(() => applied(draft, finding, reader.offers(analysis, index), reader)),
    );
  });
}

const SILENCERS = ['hedgerow-', '<!--', '`', '~~~'];
const tally = (text, part) => text.split(part).length - 1;
const words = (text) => text.split(/\s+/).filter(Boolean).length;

function applied(draft, { rule, text: found, start, end }, offers, reader) {
  const { set, name, text, units, warnings } = draft;
  const about = { where: `${set}/drafts/${name}`, rule, found, offers: offers.length };
  const [first] = offers;
  if (!first) return about;
  const after = withEdits(text, first.edits);
  const around = units.filter(([from, to]) => from < end && to > start);
  const [from, to] = [around[0][0], around.at(-1)[1]];
  const until = to + after.length - text.length;
  const [reachFrom, reachTo] = (isCut(first) && quotedParagraph(text, start, end)) || [from, to];
  // An item goes with the line break behind it.
  const within = ({ span }) =>
    span.start >= reachFrom && (span.end <= reachTo || !text.slice(reachTo, span.end).trim());
  const inside = first.edits.every(within);
  const silenced = SILENCERS.some((each) => tally(after, each) > tally(text, each));
  const left = strong(reader.find(after));
  const clear = !left.some((one) => overlaps(one, from, Math.max(until, from + 1)));
  const [was, is] = [text.slice(from, to), after.slice(from, until)];
  return {
    ...about,
    inside,
    silenced,
    bigCut: words(is) < 0.4 * words(was),
    cleared: inside && !silenced && left.length < warnings && clear,
    before: was.trim(),
    after: is.trim(),
  };
}

const isCut = ({ edits }) => edits.every(({ text }) => text === '');

/** The paragraph, where what is marked stands in quotation marks or a block quote of it. */
function quotedParagraph(text, start, end) {
  const from = text.lastIndexOf('\n\n', start) + 1;
  const next = text.indexOf('\n\n', end);
  const to = next < 0 ? text.length : next;
  const own = text.slice(from, to);
  const marks = [...own.matchAll(/“[^”]*”|"[^"]*"/g)].some(
    ({ index, 0: said }) => from + index < end && from + index + said.length > start,
  );
  return marks || /^\s*>/.test(own) ? [from, to] : undefined;
}

function withEdits(text, edits) {
  let out = text;
  for (const { span, text: put } of [...edits].sort(
    (one, other) => other.span.start - one.span.start,
  ))
    out = out.slice(0, span.start) + put + out.slice(span.end);
  return out;
}

export function rewordingFigures(cases) {
  const offered = cases.filter(({ offers }) => offers > 0);
  const cleared = count(offered, (one) => one.cleared);
  return {
    flagged: cases.length,
    offered: offered.length,
    offeredRate: share(offered.length, cases.length),
    severalChoices: count(offered, ({ offers }) => offers > 1),
    cleared,
    clearedRate: share(cleared, offered.length),
    outsideSentence: count(offered, ({ inside }) => !inside),
    silenced: count(offered, ({ silenced }) => silenced),
    bigCuts: count(offered, ({ bigCut }) => bigCut),
  };
}
