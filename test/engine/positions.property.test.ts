import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockAt, isVerbatim, toProse, toSource } from '../../server/core/align.ts';
import { readDraft } from '../../server/core/markdown.ts';
import type { Block, Draft, Language } from '../../server/core/model.ts';
import { draftWithMarker, marker, tangle } from './markdown.generator.ts';

/** Fails again with the same seed: `FC_SEED=… mocha …`. */
const seed = Number(process.env['FC_SEED'] ?? Date.now() % 0x7fffffff);
const often = { seed, numRuns: 400 };
const languages: readonly Language[] = ['markdown', 'mdx', 'plaintext'];

function holdsTogether(draft: Draft): void {
  let before = 0;
  for (const block of draft.blocks) {
    assert.ok(block.start >= before, 'blocks stand in document order');
    before = block.start;
    runsHold(block, draft.source);
  }
  for (const { span } of [...draft.comments, ...draft.notices]) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= draft.source.length);
  }
}

function runsHold(block: Block, source: string): void {
  let prose = 0;
  let at = 0;
  for (const run of block.runs) {
    assert.equal(run.prose, prose, 'runs cover the prose without gaps');
    assert.ok(
      run.proseLength > 0 && run.source >= at && run.sourceLength >= 0,
      'runs are in order',
    );
    const from = block.start + run.source;
    const raw = source.slice(from, from + run.sourceLength);
    assert.equal(raw.length, run.sourceLength, 'runs lie within the source');
    const text = block.text.slice(prose, prose + run.proseLength);
    if (run.verbatim) assert.equal(raw, text, 'a verbatim run is the same in prose and source');
    prose += run.proseLength;
    at = run.source + run.sourceLength;
  }
  assert.equal(prose, block.text.length, 'runs cover the prose to its end');
  assert.ok(block.marks.every((m) => 0 <= m.start && m.start < m.end && m.end <= prose));
}

function roundTrips(block: Block, source: string): void {
  for (const run of block.runs) {
    for (let i = 0; i < run.proseLength; i++) {
      const at = run.prose + i;
      const span = toSource(block, { start: at, end: at + 1 });
      assert.equal(toProse(block, span.start), run.verbatim ? at : run.prose);
      assert.equal(isVerbatim(block, { start: at, end: at + 1 }), run.verbatim);
      if (run.verbatim) assert.equal(source.slice(span.start, span.end), block.text[at]);
    }
  }
}

describe(`Positions, on generated markdown (FC_SEED=${seed})`, function () {
  this.timeout(60_000);

  it('finds a word that was planted once, in one block, where it stands', () => {
    fc.assert(
      fc.property(draftWithMarker, (source) => {
        const draft = readDraft(source, 'markdown');
        const holding = draft.blocks.filter((block) => block.text.includes(marker));
        assert.equal(holding.length, 1);
        const [block] = holding;
        assert.ok(block);
        const start = block.text.indexOf(marker);
        const span = { start, end: start + marker.length };
        const at = source.indexOf(marker);
        assert.deepEqual(toSource(block, span), { start: at, end: at + marker.length });
        assert.equal(toProse(block, at), start);
        assert.equal(isVerbatim(block, span), true);
        assert.equal(draft.blocks[blockAt(draft.blocks, at) ?? -1], block);
      }),
      often,
    );
  });

  it('keeps runs in order, without gaps, true to the source', () => {
    fc.assert(
      fc.property(draftWithMarker, fc.constantFrom(...languages), (source, language) => {
        holdsTogether(readDraft(source, language));
      }),
      often,
    );
  });

  it('leads from prose to source and back again', () => {
    fc.assert(
      fc.property(draftWithMarker, (source) => {
        for (const block of readDraft(source, 'markdown').blocks) roundTrips(block, source);
      }),
      often,
    );
  });

  it('never gives up aligning well-formed text: no atomic run is longer than a character', () => {
    fc.assert(
      fc.property(draftWithMarker, (source) => {
        for (const { runs } of readDraft(source, 'markdown').blocks)
          assert.ok(runs.every((run) => run.verbatim || run.proseLength <= 2));
      }),
      often,
    );
  });

  it('reads the same text twice the same', () => {
    fc.assert(
      fc.property(draftWithMarker, (source) => {
        assert.deepEqual(readDraft(source, 'markdown'), readDraft(source, 'markdown'));
      }),
      { ...often, numRuns: 100 },
    );
  });

  it('moves blocks as they are when lines are put before them', () => {
    fc.assert(
      fc.property(draftWithMarker, (source) => {
        fc.pre(!/^\uFEFF|^---|^\+\+\+/.test(source));
        const moved = readDraft(`New.\n\n${source}`, 'markdown').blocks.slice(1);
        const rest = (block: Block) => ({ ...block, start: 0, place: 0 });
        assert.deepEqual(moved.map(rest), readDraft(source, 'markdown').blocks.map(rest));
      }),
      { ...often, numRuns: 100 },
    );
  });
});

describe(`Reading, on any text at all (FC_SEED=${seed})`, function () {
  this.timeout(60_000);

  it('never throws and never gives a wrong range, whatever the characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...languages),
        (source, language) => {
          holdsTogether(readDraft(source, language));
        },
      ),
      often,
    );
  });

  it('never throws and never gives a wrong range on tangled markup', () => {
    fc.assert(
      fc.property(tangle, fc.constantFrom(...languages), (source, language) => {
        holdsTogether(readDraft(source, language));
      }),
      { ...often, numRuns: 2000 },
    );
  });
});
