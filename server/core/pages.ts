/** The pages of reference: as documents in an editor, and as docs/. Markdown, all of it escaped. */

import { evidencePage } from './pages/evidence.ts';
import { glossaryPage } from './pages/glossary.ts';
import { rulePage, rulesIndex } from './pages/rules.ts';
import type { Library } from './packs.ts';

/** Which page, and of which rule; without `id` the list of all rules. */
export interface PageName {
  readonly page: 'glossary' | 'evidence' | 'rule';
  readonly id?: string;
}

/** `undefined` for a rule that there is not. */
export function pageOf(library: Library, { page, id }: PageName): string | undefined {
  if (page === 'glossary') return glossaryPage(library);
  if (page === 'evidence') return evidencePage(library);
  if (id === undefined) return rulesIndex(library);
  const rule = library.rules.get(id);
  return rule && rulePage(rule, library);
}
