/** One hover for all that is known of a place: the term, the evidence, the status, how a claim was read. */

import { MarkupKind, type Connection, type Hover } from 'vscode-languageserver';
import { knowledgeAt } from '../core/index.ts';
import { calmly } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { ReadPlace } from './documents.ts';
import { markdownOf, plainTextOf } from './hover-text.ts';
import type { ProjectHelp } from './project-help.ts';
import { isOurs } from './project-problems.ts';

export function provideHover(
  connection: Connection,
  client: ClientFeatures,
  glance: ReadPlace,
  help: ProjectHelp,
): void {
  const show = client.showsMarkdown ? markdownOf : plainTextOf;
  const kind = client.showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  connection.onHover(
    calmly(connection, 'textDocument/hover', null, async (params, token): Promise<Hover | null> => {
      if (isOurs(params.textDocument.uri)) return help.hover(params);
      const snapshot = await glance(params.textDocument.uri, params.position, token);
      if (!snapshot) return null;
      const { analysis, lines, settings } = snapshot;
      const offset = offsetOf(params.position, analysis.draft.source, lines);
      const knowledge = knowledgeAt(analysis, offset);
      if (!knowledge) return null;
      const value = show(knowledge, analysis.library.sources, settings.showCodes === true);
      return { contents: { kind, value }, range: rangeOf(knowledge.span, lines) };
    }),
  );
}
