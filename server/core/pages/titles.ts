/** What rows of evidence are called on pages. */

import type { Evidence } from '../model.ts';
import { escapeMarkdown } from './escape.ts';
import { capital } from './markdown.ts';

/** As a heading, whose anchor is then the id. */
export function titleOf({ id }: Evidence): string {
  return escapeMarkdown(capital(id.replaceAll('-', ' ')));
}
