import assert from 'node:assert/strict';
import { analyze, rewordingsFor, type Analysis } from '../../server/core/index.ts';
import { readDraft } from '../../server/core/markdown.ts';
import type { Draft, Language } from '../../server/core/model.ts';
import { random } from '../bench/corpora.ts';
import { library } from './library.ts';
import { adversarialEdit, applied, manuscript, tangle, typing } from './edits.generator.ts';

/** How much is tried; more where the environment asks for it. */
const SCALE = Number(process.env['HEDGEROW_FUZZ'] ?? 1);

const same = (one: Draft, other: Draft): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Fails with the edit that made the difference. */
function holds(earlier: Draft, source: string, language: Language): Draft {
  const now = readDraft(source, language, earlier);
  const anew = readDraft(source, language);
  if (!same(now, anew)) {
    const told = JSON.stringify({ before: earlier.source, after: source });
    assert.deepEqual(now, anew, `an edit read otherwise than the text as a whole: ${told}`);
  }
  return now;
}

describe('reading a draft again after an edit', () => {
  for (const language of ['markdown', 'mdx'] as const)
    it(`gives what reading all of it gives, whatever an edit breaks in ${language}`, function () {
      this.timeout(60_000 * SCALE);
      const g = random(language === 'mdx' ? 7 : 5);
      for (let edits = 0; edits < 1000 * SCALE;) {
        let draft = readDraft(tangle(g), language);
        for (let i = 0; i < 25; i++, edits++) {
          const { source } = draft;
          draft = holds(draft, applied(source, adversarialEdit(source, g)), language);
        }
      }
    });

  it('gives what reading all of it gives, as a writer types', function () {
    this.timeout(60_000 * SCALE);
    const g = random(11);
    for (let edits = 0; edits < 500 * SCALE;) {
      let draft = readDraft(manuscript(g), 'markdown');
      for (let i = 0; i < 12; i++)
        for (const edit of typing(draft.source, g)) {
          draft = holds(draft, applied(draft.source, edit), 'markdown');
          edits++;
        }
    }
  });

  it('finds and rewords what checking all of it does, as a writer types', function () {
    this.timeout(60_000 * SCALE);
    const g = random(13);
    for (let edits = 0; edits < 60 * SCALE;) {
      let analysis = analyze(manuscript(g), library());
      for (let i = 0; i < 4; i++)
        for (const edit of typing(analysis.draft.source, g)) {
          analysis = findsTheSame(analysis, applied(analysis.draft.source, edit), edits % 40 === 0);
          edits++;
        }
    }
  });
});

/** Fails with the edit that made the difference. */
function findsTheSame(earlier: Analysis, source: string, rewords: boolean): Analysis {
  const now = analyze(source, library(), {}, earlier);
  const anew = analyze(source, library());
  const told = JSON.stringify({ before: earlier.draft.source, after: source });
  const { readings, claims, findings } = anew;
  assert.deepEqual(now.readings, readings, `an edit read otherwise: ${told}`);
  assert.deepEqual(now.claims, claims, `an edit resolved otherwise: ${told}`);
  assert.deepEqual(now.findings, findings, `an edit judged otherwise: ${told}`);
  if (rewords)
    for (const [at, finding] of now.findings.slice(0, 5).entries()) {
      const same = findings[at];
      assert.deepEqual(rewordingsFor(now, finding), same && rewordingsFor(anew, same), told);
    }
  return now;
}
