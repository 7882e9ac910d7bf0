/** The open documents, and the newest analysis of each. */

import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  analyze,
  Lines,
  type Analysis,
  type Language,
  type Notice,
  type Options,
} from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import { conditionsFor, isIgnored } from '../project/situation.ts';
import type { Projects, ProjectSituation } from './projects.ts';
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
  readonly project: ProjectSituation;
  /** What is wrong in the front matter, and with the document as a whole. */
  readonly notices: readonly Notice[];
}

/**
 * The newest version, read; the same snapshot until text or settings change. `undefined` for a
 * document that is not open, not a draft, switched off or ignored, and after a cancellation.
 */
export type ReadDraft = (uri: string, token?: CancellationToken) => Promise<Snapshot | undefined>;

export function draftReader(
  documents: TextDocuments<TextDocument>,
  settingsOf: SettingsStore,
  projects: Projects,
  onRead: (uri: string, version: number) => void,
): ReadDraft {
  const newest = new Map<string, Snapshot>();
  // An editor may send back the ids of a server that ran before this one.
  const started = Date.now().toString(36);
  let count = 0;

  documents.onDidClose(({ document: { uri } }) => {
    newest.delete(uri);
    settingsOf.forget(uri);
  });

  return async (uri, token) => {
    if (!documents.get(uri)) return undefined;
    const settings = await settingsOf.of(uri);
    const project = await projects.of(uri, settings.packs);
    // It may have been changed or closed meanwhile. From here on nothing waits.
    const document = documents.get(uri);
    if (!document || !project || token?.isCancellationRequested) return undefined;
    const last = newest.get(uri);
    if (isCurrent(last, document, settings, project)) return last;
    const read = readDocument(document, settings, project, last);
    if (!read) {
      if (newest.delete(uri)) onRead(uri, document.version);
      return undefined;
    }
    const snapshot = { ...read, id: `${started}-${++count}` };
    newest.set(uri, snapshot);
    onRead(uri, snapshot.version);
    return snapshot;
  };
}

function isCurrent(
  last: Snapshot | undefined,
  { version }: TextDocument,
  settings: Settings,
  project: ProjectSituation,
): boolean {
  return last?.version === version && last.settings === settings && last.project === project;
}

/** `undefined` where nothing is to be checked. `last` lends what it has read. */
export function readDocument(
  document: TextDocument,
  settings: Settings,
  project: ProjectSituation,
  last?: Snapshot,
): Omit<Snapshot, 'id'> | undefined {
  const { uri, version } = document;
  const language = languageOf(document);
  if (!language || settings.enable === false || isIgnored(project.project, uri)) return undefined;
  const text = document.getText();
  const read = { uri, version, settings, project, lines: new Lines(text) };
  const { maxLength = Infinity } = settings;
  if (text.length > maxLength) {
    const nothing = analyze('', project.library, { language });
    return { ...read, analysis: nothing, notices: [tooLong(text.length, maxLength)] };
  }
  const own = optionsFrom(settings);
  const { known, library } = project;
  const { options, off, notices } = conditionsFor(text, uri, project.project, known, own);
  if (off) return undefined;
  const analysis = analyze(text, library, { ...options, language }, last?.analysis);
  return { ...read, analysis, notices };
}

function tooLong(length: number, most: number): Notice {
  const message = l10n.t(
    'This draft has {0} characters and is left unread: the setting hedgerow.maxLength is {1}.',
    length,
    most,
  );
  return { span: { start: 0, end: 0 }, message };
}

/** What the settings of an editor ask of an analysis. */
export function optionsFrom(settings: Settings): Options {
  const {
    kind,
    jurisdiction,
    preferredHedges,
    quotedText,
    requireReason,
    severity: severities,
  } = settings;
  return {
    ...(kind && { kind }),
    ...(jurisdiction && { jurisdiction }),
    ...(severities && { severities }),
    ...(preferredHedges && preferredHedges.length > 0 && { preferredHedges }),
    ...(quotedText && { quotedText }),
    ...(requireReason !== undefined && { requireReason }),
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
