/** The only door to the core: text in, findings out. */

export type * from './model.ts';
export { analyze, type Analysis } from './analyze.ts';
export { definitionAt } from './definitions.ts';
export { explain } from './explain.ts';
export { loadLibrary, type Library, type RawLibrary } from './packs.ts';
export { Lines } from './lines.ts';
export { escapeMarkdown } from './pages/escape.ts';
export { pageOf, type PageName } from './pages.ts';
export { rewordingsFor } from './rewording.ts';
export { claimText } from './standing.ts';
export { didYouMean } from './suggest.ts';
export { outline, type OutlinedClaim, type OutlineSection } from './outline.ts';
export { reasonPlaceholder } from './suppressions.ts';
export { suppress } from './suppress.ts';
