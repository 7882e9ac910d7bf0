/** The open documents, and the newest analysis of each. */

import type { CancellationToken, Position, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  analyze,
  isWhole,
  Lines,
  readOn,
  type Analysis,
  type Language,
  type Notice,
  type Options,
  type Part,
} from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import { conditionsFor, isIgnored } from '../project/situation.ts';
import type { Projects, ProjectSituation } from './projects.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { unlessCancelled, type Turn } from './turns.ts';

/** One version of a document, read. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  /** Tells snapshots apart, also those of one version under different settings. */
  readonly id: string;
  readonly analysis: Analysis;
  /** How far it was read, and how to read on. */
  readonly part: Part;
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

/** What there is to answer with at once, at a place of a draft that may not be read to its end. */
export type ReadPlace = (
  uri: string,
  position: Position,
  token?: CancellationToken,
) => Promise<Glance | undefined>;

export interface Glance extends Snapshot {
  /** The place was read by itself, since those before it are still being read. */
  readonly isAlone: boolean;
}

export interface Drafts {
  readonly read: ReadDraft;
  readonly glance: ReadPlace;
}

interface Means {
  readonly documents: TextDocuments<TextDocument>;
  readonly settings: SettingsStore;
  readonly projects: Projects;
  readonly turn: Turn;
  readonly progressOf: (uri: string) => Progress;
  /** Told of what was read whole; without a snapshot of what is not read any longer. */
  readonly onRead: (uri: string, version: number, snapshot?: Snapshot) => void;
}

/** A document, and all that its reading hangs on. */
interface Matter {
  readonly document: TextDocument;
  readonly settings: Settings;
  readonly project: ProjectSituation;
}

/** Somebody waits for it, unless all of their tokens are cancelled. */
interface Reading {
  readonly tokens: (CancellationToken | undefined)[];
  readonly end: Promise<Snapshot | undefined>;
}

export function openDrafts({ documents, turn, progressOf, onRead, ...means }: Means): Drafts {
  const newest = new Map<string, Snapshot>();
  const readings = new Map<string, Reading>();
  // An editor may send back the ids of a server that ran before this one.
  const started = Date.now().toString(36);
  let count = 0;

  documents.onDidClose(({ document: { uri } }) => {
    newest.delete(uri);
    means.settings.forget(uri);
  });

  /** What is to be read, as it is now: it may be changed or closed whenever anything waits. */
  const matterOf = async (uri: string): Promise<Matter | undefined> => {
    if (!documents.get(uri)) return undefined;
    const settings = await means.settings.of(uri);
    const project = await means.projects.of(uri, settings.packs);
    const document = documents.get(uri);
    return document && project && { document, settings, project };
  };
  /** Reads a piece more, where there is more to read. */
  const step = (matter: Matter): Snapshot | undefined => {
    const { uri, version } = matter.document;
    const last = newest.get(uri);
    if (last && isWhole(last.part) && isCurrent(last, matter)) return last;
    const read = readDocument(matter, last?.part);
    if (!read) {
      if (newest.delete(uri)) onRead(uri, version);
      return undefined;
    }
    const snapshot = { ...read, id: `${started}-${++count}` };
    newest.set(uri, snapshot);
    if (isWhole(snapshot.part)) onRead(uri, version, snapshot);
    return snapshot;
  };
  const isWanted = (uri: string, { tokens }: Pick<Reading, 'tokens'>): boolean =>
    documents.get(uri) !== undefined &&
    tokens.some((token) => token?.isCancellationRequested !== true);
  const readToEnd = async (uri: string, reading: Pick<Reading, 'tokens'>) => {
    const progress = progressOf(uri);
    try {
      for (let first = true; ; first = false) {
        const matter = await matterOf(uri);
        // The first piece is all of most drafts, and of nearly every edit: it waits for no turn.
        const read = (): Snapshot | undefined =>
          isWanted(uri, reading) && matter ? step(matter) : undefined;
        const snapshot = first ? read() : await turn(read);
        if (!snapshot || isWhole(snapshot.part)) return snapshot;
        progress.report(snapshot.part.head / snapshot.part.source.length);
      }
    } finally {
      readings.delete(uri);
      progress.done();
    }
  };

  return {
    read: (uri, token) => {
      const tokens = readings.get(uri)?.tokens ?? [];
      tokens.push(token);
      const reading = readings.get(uri) ?? { tokens, end: readToEnd(uri, { tokens }) };
      readings.set(uri, reading);
      return unlessCancelled(reading.end, token);
    },
    glance: async (uri, position, token) => {
      const matter = await matterOf(uri);
      if (!matter || token?.isCancellationRequested) return undefined;
      const last = newest.get(uri);
      const isReady = last && isCurrent(last, matter);
      const snapshot = isReady ? last : step(matter);
      if (!snapshot) return undefined;
      const { head, source } = snapshot.part;
      if (isWhole(snapshot.part)) return { ...snapshot, isAlone: false };
      if (matter.document.offsetAt(position) < head) return { ...snapshot, isAlone: false };
      return { ...snapshot, ...readAround(source, position, snapshot), isAlone: true };
    },
  };
}

function isCurrent(last: Snapshot, { document: { version }, settings, project }: Matter): boolean {
  return last.version === version && last.settings === settings && last.project === project;
}

/** A piece more of a document, after an earlier one. `undefined` where nothing is to be checked. */
export function readDocument(
  { document, settings, project }: Matter,
  last?: Part,
): Omit<Snapshot, 'id'> | undefined {
  const { uri, version } = document;
  const language = languageOf(document);
  if (!language || settings.enable === false || isIgnored(project.project, uri)) return undefined;
  const text = document.getText();
  const read = { uri, version, settings, project };
  const { maxLength = Infinity } = settings;
  if (text.length > maxLength) {
    const nothing = readOn('', project.library, { language });
    return { ...read, ...readAs(nothing), notices: [tooLong(text.length, maxLength)] };
  }
  const own = optionsFrom(settings);
  const { known, library } = project;
  const { options, off, notices } = conditionsFor(text, uri, project.project, known, own);
  if (off) return undefined;
  return { ...read, ...readAs(readOn(text, library, { ...options, language }, last)), notices };
}

const readAs = (part: Part): Pick<Snapshot, 'part' | 'analysis' | 'lines'> => ({
  part,
  analysis: part.analysis,
  lines: new Lines(part.analysis.draft.source),
});

/** Units that are read on either side of a place, as far as a blank line. */
const AROUND = 1_500;

/** The stretch around a place, under as many blank lines as stand above it, so that its lines are its own. */
function readAround(
  source: string,
  position: Position,
  { analysis: { library, options } }: Snapshot,
): Pick<Snapshot, 'analysis' | 'lines'> {
  const lines = new Lines(source);
  const at = lines.startOf(position.line);
  const above = source.lastIndexOf('\n\n', Math.max(0, at - AROUND));
  const from = lines.startOf(lines.at(above < at - 2 * AROUND ? at : above + 2).line);
  const below = source.indexOf('\n\n', at + AROUND);
  const to = below < 0 || below > at + 2 * AROUND ? at + 2 * AROUND : below;
  const text = '\n'.repeat(lines.at(from).line) + source.slice(from, to);
  return { analysis: analyze(text, library, options), lines: new Lines(text) };
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
    spelling,
  } = settings;
  return {
    ...(kind && { kind }),
    ...(jurisdiction && { jurisdiction }),
    ...(severities && { severities }),
    ...(preferredHedges && preferredHedges.length > 0 && { preferredHedges }),
    ...(quotedText && { quotedText }),
    ...(requireReason !== undefined && { requireReason }),
    ...(spelling && { spelling }),
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
