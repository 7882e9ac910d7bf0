/** Completion, where it is asked for: suppression comments, hedged phrases and terms. */

import {
  CompletionItemKind,
  CompletionTriggerKind,
  type CompletionItem,
  type Connection,
} from 'vscode-languageserver';
import { completionsAt, type Completion } from '../core/index.ts';
import { calmly } from './calm.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { ReadDraft } from './documents.ts';

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  instruction: CompletionItemKind.Keyword,
  rule: CompletionItemKind.EnumMember,
  phrase: CompletionItemKind.Text,
  term: CompletionItemKind.Reference,
};

export function provideCompletion(connection: Connection, read: ReadDraft): void {
  connection.onCompletion(
    calmly(connection, 'textDocument/completion', [], async (params, token) => {
      const snapshot = await read(params.textDocument.uri, token);
      if (!snapshot) return [];
      const { analysis, lines } = snapshot;
      const offset = offsetOf(params.position, analysis.draft.source, lines);
      // The hyphen opens a comment, and stands in prose all the time: there it completes nothing.
      const typed = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const isMeant = ({ kind }: Completion): boolean =>
        !typed || kind === 'instruction' || kind === 'rule';
      return completionsAt(analysis, offset)
        .filter(isMeant)
        .map(({ kind, span, text, detail, explanation }, index): CompletionItem => {
          const range = rangeOf(span, lines);
          return {
            label: text.trim(),
            kind: KIND[kind],
            detail,
            ...(explanation !== undefined && { documentation: explanation }),
            sortText: String(index).padStart(4, '0'),
            textEdit: { range, newText: text },
          };
        });
    }),
  );
}
