/** The open documents, and the newest analysis of each. */

import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, Lines, type Analysis, type Language, type Library } from '../core/index.ts';
import { todayIs } from '../project/situation.ts';
import type { Settings } from './protocol.ts';
import type { SettingsStore } from './settings.ts';

/** One version of a document, read. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  /** Tells snapshots apart, also those of one version under different settings. */
  readonly id: string;
  readonly analysis: Analysis;
  readonly lines: Lines;
  readonly settings: Settings;
}

/**
 * The newest version, read; the same snapshot until text or settings change. `undefined` for a
 * document that is not open, not a draft or switched off, and after a cancellation.
 */
export type ReadDraft = (uri: string, token?: CancellationToken) => Promise<Snapshot | undefined>;

export function draftReader(
  documents: TextDocuments<TextDocument>,
  settingsOf: SettingsStore,
  library: () => Promise<Library | undefined>,
): ReadDraft {
  const newest = new Map<string, { readonly snapshot: Snapshot; readonly settings: Settings }>();
  // An editor may send back the ids of a server that ran before this one.
  const started = Date.now().toString(36);
  let count = 0;

  documents.onDidClose(({ document: { uri } }) => {
    newest.delete(uri);
    settingsOf.forget(uri);
  });

  return async (uri, token) => {
    if (!documents.get(uri)) return undefined;
    const [settings, rules] = await Promise.all([settingsOf.of(uri), library()]);
    // It may have been changed or closed meanwhile. From here on nothing waits.
    const document = documents.get(uri);
    if (!document || !rules || token?.isCancellationRequested) return undefined;
    const language = languageOf(document);
    if (!language || settings.enable === false) return undefined;

    const last = newest.get(uri);
    if (last?.settings === settings && last.snapshot.version === document.version)
      return last.snapshot;
    const text = document.getText();
    const { kind, jurisdiction, severity: severities } = settings;
    const options = {
      language,
      today: todayIs(),
      ...(kind && { kind }),
      ...(jurisdiction && { jurisdiction }),
      ...(severities && { severities }),
    };
    const snapshot = {
      uri,
      version: document.version,
      id: `${started}-${++count}`,
      analysis: analyze(text, rules, options, last?.snapshot.analysis),
      lines: new Lines(text),
      settings,
    };
    newest.set(uri, { snapshot, settings });
    return snapshot;
  };
}

/** Language ids as editors send them: `gfm` and `text` are those of Emacs and Vim. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['markdown', 'markdown'],
  ['gfm', 'markdown'],
  ['mdx', 'mdx'],
  ['plaintext', 'plaintext'],
  ['text', 'plaintext'],
]);

/** `undefined` for what is not prose. */
function languageOf({ languageId, uri }: TextDocument): Language | undefined {
  const language = LANGUAGES.get(languageId.toLowerCase());
  // Editors that know no MDX open it as markdown.
  return language === 'markdown' && uri.endsWith('.mdx') ? 'mdx' : language;
}
