/** Completion, where it is asked for: suppression comments, hedged phrases and terms. */

import {
  CompletionItemKind,
  CompletionTriggerKind,
  type CompletionItem,
  type CompletionList,
  type Connection,
} from 'vscode-languageserver';
import { completionsAt, type Completion, type Lines } from '../core/index.ts';
import { calmly } from './calm.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { ReadPlace } from './documents.ts';
import type { ProjectHelp } from './project-help.ts';
import { isOurs } from './project-problems.ts';

const METHOD = 'textDocument/completion';
const NOTHING: CompletionList = { isIncomplete: false, items: [] };

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  instruction: CompletionItemKind.Keyword,
  rule: CompletionItemKind.EnumMember,
  phrase: CompletionItemKind.Text,
  term: CompletionItemKind.Reference,
};

export function provideCompletion(
  connection: Connection,
  glance: ReadPlace,
  help: ProjectHelp,
): void {
  connection.onCompletion(
    calmly(connection, METHOD, NOTHING, async (params, token): Promise<CompletionList> => {
      if (isOurs(params.textDocument.uri))
        return { isIncomplete: false, items: await help.completions(params) };
      const snapshot = await glance(params.textDocument.uri, params.position, token);
      if (!snapshot) return NOTHING;
      const { analysis, lines } = snapshot;
      const offset = offsetOf(params.position, analysis.draft.source, lines);
      // The hyphen opens a comment, and stands in prose all the time: there it completes nothing.
      const typed = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const found = completionsAt(analysis, offset).filter((one) => !typed || !isProse(one));
      const items = found.map((one, index) => itemOf(one, index, lines));
      // Editors match loosely, “knees” with “knee osteoarthritis”: prose is asked for at each letter.
      return { isIncomplete: found.some(isProse), items };
    }),
  );
}

function isProse({ kind }: Completion): boolean {
  return kind === 'phrase' || kind === 'term';
}

function itemOf(
  { kind, span, text, detail, explanation }: Completion,
  index: number,
  lines: Lines,
): CompletionItem {
  return {
    label: text.trim(),
    kind: KIND[kind],
    detail,
    ...(explanation !== undefined && { documentation: explanation }),
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: rangeOf(span, lines), newText: text },
  };
}
