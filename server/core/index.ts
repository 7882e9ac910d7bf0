/** The only door to the core: text in, findings out. */

export type * from './model.ts';
export type * from './set-aside.ts';
export { analyze, type Analysis } from './analyze.ts';
export { completionsAt, type Completion } from './completions.ts';
export { defineAtFirstUse, expandAbbreviation, type DefineAs } from './define.ts';
export { definitionAt } from './definitions.ts';
export { explain } from './explain.ts';
export { knowledgeAt, PLACES, statusInWords, type Knowledge } from './knowledge.ts';
export { mixedSpellings } from './mixed-spelling.ts';
export { byDefault, loadLibrary, type Library, type RawLibrary } from './packs.ts';
export { Lines } from './lines.ts';
export { escapeMarkdown } from './pages/escape.ts';
export { CERTAINTY, reviewOf } from './pages/evidence.ts';
export { codesOf } from './pages/glossary.ts';
export { httpsOnly } from './pages/markdown.ts';
export { pageOf, type PageName } from './pages.ts';
export type { ClaimReading } from './reading-back.ts';
export { firstRewordings, type Rewording } from './review.ts';
export { rewordingsFor } from './rewording.ts';
export { claimText } from './standing.ts';
export { didYouMean } from './suggest.ts';
export { outline, type OutlinedClaim, type OutlineSection } from './outline.ts';
export { reasonPlaceholder } from './suppressions.ts';
export { suppress } from './suppress.ts';
export { RUNGS } from './rungs.ts';
export { decided, trackedChanges, type Decision } from './tracked.ts';
export { sentenceAt } from './sentence-at.ts';
