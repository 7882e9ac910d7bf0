/** Terms and phrases wait until they are asked for: a list that opens by itself takes the Enter key. */

import { CompletionTriggerKind, workspace, type TextDocument } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

type Middleware = NonNullable<LanguageClientOptions['middleware']>;

/** Milliseconds from a key to the question that it brings, beyond the delay of the settings. */
const MARGIN = 100;

/**
 * VS Code asks by itself after a key, and says no more of it than of Ctrl+Space (microsoft/vscode
 * issue 205503): only the time tells them apart. The server answers a character with comments alone.
 */
export function unaskedAsTyped({ didChange }: Middleware): Middleware {
  let changed = 0;
  return {
    didChange: async (event, next) => {
      changed = Date.now();
      await (didChange ? didChange(event, next) : next(event));
    },
    provideCompletionItem: (document, position, context, token, next) => {
      const isUnasked =
        context.triggerKind === CompletionTriggerKind.Invoke &&
        Date.now() - changed < delayOf(document);
      const triggerKind = CompletionTriggerKind.TriggerCharacter;
      const told = isUnasked ? { ...context, triggerKind } : context;
      return next(document, position, told, token);
    },
  };
}

/** Milliseconds after a change in which VS Code asks by itself; 0 where the writer has switched it off. */
function delayOf(document: TextDocument): number {
  const settings = workspace.getConfiguration('editor', document);
  const quick = settings.get<unknown>('quickSuggestions');
  const each: readonly unknown[] =
    typeof quick === 'object' && quick !== null ? Object.values(quick) : [quick];
  const isOff = each.every((one) => one === false || one === 'off');
  return isOff ? 0 : settings.get('quickSuggestionsDelay', 10) + MARGIN;
}
