/** What a block stands under and beside: headings, a lead-in, a table's headers and row, what follows. */

import type { Actor, Excuse, Reading, SentenceReading } from './claims.ts';
import type { Block, Place } from './model.ts';

interface Pages {
  readonly blocks: readonly Block[];
  readonly readings: readonly Reading[];
  /** Whether a heading, by index, opens a list of references; filled as it is asked. */
  readonly references: Map<number, boolean>;
}

/** What stands around a block, as far as it bears on the claims in it. */
export interface Surroundings {
  readonly excuse?: Excuse;
  readonly hedged: boolean;
  readonly actor?: Actor;
}

const REFERENCES =
  /^(?:references|bibliography|sources|further reading|literature cited|works cited|endnotes)\W*$/i;

function isOverReferences(index: number, { blocks, references }: Pages): boolean {
  const known = references.get(index) ?? REFERENCES.test(blocks[index]?.text.trim() ?? '');
  references.set(index, known);
  return known;
}

// Year, volume and page, or a number that only publications have.
const CITED = /\b(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d+)?)?;\s?\d+|\bdoi:|doi\.org\/|\bPMID\b/;
const LONGEST_REFERENCE = 400;

/** What the headings above, the lead-in and the table's headers say of a block. */
export function surroundings(block: Block, at: number, context: Pages): Surroundings {
  const { readings } = context;
  const { section, leadIn, cell } = block.place;
  const heads = [...section.slice(-1), ...(leadIn === undefined ? [] : [leadIn])];
  const listed = section.some((index) => isOverReferences(index, context));
  if (listed || (block.text.length < LONGEST_REFERENCE && CITED.test(block.text)))
    return { excuse: 'reference', hedged: false };
  // A quotation that the next block answers.
  if (block.place.quoted > 0 && refutes(readings[at + 1]?.sentences[0]))
    return { excuse: 'distanced', hedged: false };
  if (block.kind !== 'paragraph' && isMentioned(block.text))
    return { excuse: 'distanced', hedged: false };
  let hedged = false;
  for (const index of heads) {
    const last = readings[index]?.sentences.at(-1);
    if (!last) continue;
    if (
      block.kind !== 'heading' &&
      (last.cues.some((cue) => cue.name === 'distance' || cue.name === 'warning-list') ||
        (block.place.quoted > 0 && last.words.some((word) => word.classes.has('sales-copy'))))
    )
      return { excuse: 'distanced', hedged: false };
    if (
      index === leadIn &&
      (last.cues.some((cue) => cue.name === 'hedge-governor') ||
        last.words.some(
          (word) =>
            word.classes.has('modal-may') || word.norm === 'potential' || word.norm === 'possible',
        ))
    )
      hedged = true;
  }
  const found = cell && foundIn(block, context);
  if (found) return { excuse: found, hedged };
  const row =
    cell?.rowHeader === undefined ? undefined : readings[cell.rowHeader]?.sentences[0]?.about;
  const column =
    cell?.columnHeader === undefined ? undefined : readings[cell.columnHeader]?.sentences[0]?.about;
  const lead = leadIn === undefined ? undefined : readings[leadIn]?.sentences.at(-1)?.about;
  const named = [row, column, lead].find(
    (actor) => actor === 'other-treatment' || actor === 'regenerative' || actor === 'disease',
  );
  return { hedged, ...(named ? { actor: named } : {}) };
}

// A heading, an item or a cell that is no more than one quotation, and no patient's story.
const ONE_QUOTATION = /^(?:“[^“”]+”|"[^"]+")[.,;:]?$/;
const STORY = /\b(?:I|me|my|mine)\b/;

/** "“Zero risk”" in a list: words that are looked at, not used. */
const isMentioned = (text: string): boolean => ONE_QUOTATION.test(text.trim()) && !STORY.test(text);

// Cells of a row that are looked at: rows of tables that people read have no more.
const WIDEST = 12;

/** Indexes of the cells that are looked at for what a row says of each. */
export function rowOf({ cell }: Place): readonly number[] {
  const first = cell?.rowHeader;
  return first === undefined ? [] : Array.from({ length: WIDEST }, (_, i) => first + i);
}

/** Whether another cell of the row says that all this was seen in a dish or in animals. */
function foundIn({ place }: Block, { blocks, readings }: Pages): Excuse | undefined {
  for (const i of rowOf(place)) {
    if (blocks[i]?.place.cell?.row !== place.cell?.row) return undefined;
    for (const { cues } of readings[i]?.sentences ?? [])
      for (const { name } of cues) if (name === 'animal' || name === 'laboratory') return name;
  }
  return undefined;
}

/** Whether the sentence that follows says that this one is not so. */
export function isTakenBack(reading: Reading | undefined, at: number): boolean {
  return refutes(reading?.sentences[at + 1]);
}

const refutes = (sentence: SentenceReading | undefined): boolean =>
  sentence?.cues.some(({ name, first }) => name === 'refutation' && first <= 1) ?? false;
