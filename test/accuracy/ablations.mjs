// What the engine would find without one thing that it reads. An ablation is given the stages of
// the pipeline and gives back the ones that it changes; of the product nothing is changed.

/** Reasons that rest on who speaks and on what evidence; negation is none of them. */
const SPOKEN = new Set(['distanced', 'asked', 'unproven', 'attributed', 'laboratory', 'animal']);

export const ablations = {
  scope: {
    title: 'without scope',
    means: 'a hedge on a main verb covers the whole sentence',
    wrap: ({ readBlock }) => ({ readBlock: overFrames(readBlock, hedgedWithSentence) }),
  },
  attribution: {
    title: 'without attribution',
    means: 'questions, reports, criticism, studies, animals and dishes count as the author’s word',
    wrap: ({ readBlock, resolve }) => ({
      readBlock: overFrames(readBlock, ownWord),
      resolve: (...args) =>
        resolve(...args).map((one) => ({ ...one, claims: one.claims.map(ownWord) })),
    }),
  },
  context: {
    title: 'without context',
    means:
      'each block is read alone: no headings, lead-ins, table headers, nor pronouns that point out of it; that the draft is about regenerative therapy is taken for granted',
    wrap: blockByBlock,
  },
};

function overFrames(readBlock, change) {
  return (...args) => {
    const reading = readBlock(...args);
    return { ...reading, frames: reading.frames.map((frame) => change(frame, reading.frames)) };
  };
}

function hedgedWithSentence(frame, frames) {
  const hedge = frames.find(
    ({ sentence, modality, form }) =>
      sentence === frame.sentence &&
      modality === 'hedged' &&
      (form === 'finite' || form === 'imperative'),
  );
  if (!hedge) return frame;
  const { main: _, ...rest } = frame;
  return { ...rest, modality: 'hedged', rung: hedge.rung ?? 3 };
}

/** Of a frame, or of a claim with its frame. */
function ownWord({ excuse, ...one }) {
  return {
    ...one,
    ...(excuse && !SPOKEN.has(excuse) && { excuse }),
    ...(one.frame && { frame: ownWord(one.frame) }),
    ...('attribution' in one && { attribution: 'none' }),
  };
}

function blockByBlock({ readBlock, resolve }) {
  let lexicon;
  const topic = { kind: 'heading', text: 'Stem cell therapy', place: { section: [], quoted: 0 } };
  const alone = ({ place: { level, list, key, quoted }, ...block }) => ({
    ...block,
    place: { section: [], level, list, key, quoted },
  });
  return {
    readBlock: (...args) => {
      lexicon = args[1];
      return readBlock(...args);
    },
    resolve: (blocks, readings) => {
      const topicReading = readBlock(topic.text, lexicon);
      return blocks.map((block, index) => {
        const [, one] = resolve([topic, alone(block)], [topicReading, readings[index]]);
        return { ...one, index, claims: one.claims.map((claim) => ({ ...claim, block: index })) };
      });
    },
  };
}
