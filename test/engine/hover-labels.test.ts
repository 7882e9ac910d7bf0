/** What a hover defines on every word of labelled drafts: the term of the label, or nothing. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze, knowledgeAt } from '../../server/core/index.ts';
import { library } from './library.ts';

/** One draft a line; `{words|id}` are a term, and all other words are none. */
const LABELLED = 'test/engine/fixtures/hover-labels.md';

interface Position {
  readonly draft: string;
  readonly at: number;
  readonly word: string;
  readonly term: string | undefined;
}

/** The start of each word outside of markup, code and addresses, with what it is part of. */
function positionsIn(line: string): readonly Position[] {
  const spans: { start: number; end: number; term: string }[] = [];
  let draft = '';
  for (const part of line.split(/(\{[^}]*\})/)) {
    const [, words, term] = /^\{(.*)\|(.*)\}$/.exec(part) ?? [];
    const start = draft.length;
    draft += words ?? part;
    if (term !== undefined) spans.push({ start, end: draft.length, term });
  }
  return Array.from(draft.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index: at }) => ({
    draft,
    at,
    word,
    term: spans.find(({ start, end }) => start <= at && at < end)?.term,
  }));
}

describe('hovers on every word of labelled drafts', () => {
  const positions = readFileSync(LABELLED, 'utf8').trim().split('\n').flatMap(positionsIn);
  const analyses = new Map(
    positions.map(({ draft }) => [draft, analyze(draft, library())] as const),
  );
  const read = positions.map((position) => {
    const analysis = analyses.get(position.draft) ?? assert.fail(position.draft);
    return { ...position, found: knowledgeAt(analysis, position.at)?.definition?.term.id };
  });

  it('are at least 400, of which many are terms', () => {
    assert.ok(positions.length >= 400, `${positions.length} positions`);
    assert.ok(positions.filter(({ term }) => term !== undefined).length >= 100);
  });

  it('are right on at least 99 of 100', () => {
    const wrong = read.filter(({ term, found }) => term !== found);
    const shown = wrong.map(
      ({ draft, at, word, term = 'none', found = 'none' }) =>
        `${word} is ${term}, not ${found}: ${draft.slice(Math.max(0, at - 30), at + 30)}`,
    );
    assert.ok(wrong.length <= read.length / 100, `of ${read.length}:\n${shown.join('\n')}`);
  });

  it('never throw, on any unit of the drafts', () => {
    for (const [draft, analysis] of analyses)
      for (let at = -1; at <= draft.length; at++) knowledgeAt(analysis, at);
  });
});
