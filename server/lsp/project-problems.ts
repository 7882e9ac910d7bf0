/**
 * What is wrong in the files of projects, as diagnostics there: as they are saved, with the accepted
 * claims that no draft makes any longer, and while one is being typed, as it is typed.
 */

import {
  CodeActionKind,
  DiagnosticSeverity,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../core/index.ts';
import { acceptedName, parseAccepted } from '../project/accepted.ts';
import { parseConfiguration } from '../project/configuration.ts';
import { configurationNames, type ReadText } from '../project/find.ts';
import { entryAt, goneClaims } from '../project/gone.ts';
import * as l10n from '../project/l10n.ts';
import { projectLibrary } from '../project/library.ts';
import type { FileProblem } from '../project/nodes.ts';
import { nameOf, placeOf } from '../project/places.ts';
import { knownOf, todayIs, type Shipped, type Situation } from '../project/situation.ts';
import { reasonOf } from './calm.ts';
import { rangeOf } from './convert.ts';
import type { Snapshot } from './documents.ts';

export interface ProjectProblems {
  /** Takes note of what is wrong in the files of a project, as they were read. */
  readonly ofSituation: (situation: Situation) => void;
  /** Takes note of which accepted claims a draft makes. */
  readonly ofDraft: (snapshot: Snapshot) => void;
  /** Quick fixes in the files themselves. */
  readonly fixesAt: (params: CodeActionParams) => Promise<readonly CodeAction[]>;
}

interface Means {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly readText: ReadText;
  readonly shipped: () => Promise<Shipped | undefined>;
}

/** What is known of one file. */
interface Told {
  saved: readonly FileProblem[];
  /** While what the editor shows is not what is saved. */
  typed?: readonly FileProblem[];
  readonly gone: Map<string, readonly FileProblem[]>;
  isShown: boolean;
}

/** Whether a document is one of the files that make a project. */
export function isOurs(uri: string): boolean {
  return [...configurationNames, acceptedName].some((name) => nameOf(uri) === name);
}

export function projectProblems({
  connection,
  documents,
  readText,
  shipped,
}: Means): ProjectProblems {
  const files = new Map<string, Told>();
  const seen = new WeakSet<Situation>();
  const toldOf = (uri: string): Told => {
    const place = placeOf(uri);
    const told = files.get(place) ?? { saved: [], gone: new Map(), isShown: false };
    files.set(place, told);
    return told;
  };
  const shownOf = ({ saved, typed, gone }: Told): readonly FileProblem[] =>
    typed ?? [...saved, ...[...gone.values()].flat()];
  const textOf = async (uri: string): Promise<string> => {
    const open = documents.all().find((one) => placeOf(one.uri) === placeOf(uri));
    return open?.getText() ?? (await readText(uri)) ?? '';
  };

  // One after the other, so that the last word is the last.
  let last: Promise<void> = Promise.resolve();
  const publish = (uri: string): void => {
    last = last
      .then(async () => {
        const told = toldOf(uri);
        if (shownOf(told).length === 0 && !told.isShown) return;
        const lines = new Lines(await textOf(uri));
        const problems = shownOf(told);
        told.isShown = problems.length > 0;
        const diagnostics = problems.map((one) => diagnosticOf(one, lines));
        await connection.sendDiagnostics({ uri, diagnostics });
      })
      .catch((error: unknown) => {
        connection.console.warn(`Problems of a project could not be told: ${reasonOf(error)}`);
      });
  };
  const asTyped = async (uri: string): Promise<void> => {
    const library = await shipped();
    const text = documents.get(uri)?.getText();
    const saved = await readText(uri);
    if (!library || documents.get(uri)?.getText() !== text) return;
    const told = toldOf(uri);
    if (text === undefined || text === saved) delete told.typed;
    else told.typed = problemsIn(text, uri, library);
    if (text !== undefined && text === saved) told.saved = problemsIn(text, uri, library);
    publish(uri);
  };
  const look = ({ document: { uri } }: { readonly document: TextDocument }): void => {
    if (!isOurs(uri)) return;
    asTyped(uri).catch((error: unknown) => {
      connection.console.warn(`${uri} could not be looked at: ${reasonOf(error)}`);
    });
  };
  documents.onDidChangeContent(look);
  documents.onDidSave(look);
  documents.onDidClose(look);

  return {
    ofSituation: (situation) => {
      if (seen.has(situation)) return;
      seen.add(situation);
      const { project, problems } = situation;
      const { uri, acceptedUri, accepted } = project;
      const inSideFile = new Set<FileProblem>(accepted.problems);
      if (uri) {
        toldOf(uri).saved = problems.filter((one) => !inSideFile.has(one));
        publish(uri);
      }
      if (acceptedUri) {
        toldOf(acceptedUri).saved = accepted.problems;
        publish(acceptedUri);
      }
    },
    ofDraft: ({ uri, analysis, project: { project } }) => {
      if (!project.acceptedUri) return;
      const { gone } = toldOf(project.acceptedUri);
      const now = goneClaims(analysis, project, uri);
      if (JSON.stringify(now) === JSON.stringify(gone.get(uri) ?? [])) return;
      gone.set(uri, now);
      publish(project.acceptedUri);
    },
    fixesAt: async ({ textDocument: { uri }, range }) => {
      const lines = new Lines(await textOf(uri));
      const text = await textOf(uri);
      return shownOf(toldOf(uri)).flatMap((problem): readonly CodeAction[] => {
        const at = rangeOf(problem.span ?? { start: 0, end: 0 }, lines);
        const touches = at.start.line <= range.end.line && at.end.line >= range.start.line;
        const entry = problem.span && entryAt(text, problem.span);
        if (problem.isGone !== true || !touches || !entry) return [];
        return [
          {
            title: l10n.t('Remove this entry'),
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnosticOf(problem, lines)],
            isPreferred: true,
            edit: { changes: { [uri]: [{ range: rangeOf(entry, lines), newText: '' }] } },
          },
        ];
      });
    },
  };
}

function problemsIn(text: string, uri: string, shipped: Shipped): readonly FileProblem[] {
  const known = knownOf(shipped, todayIs());
  const name = nameOf(uri);
  if (name === acceptedName) return parseAccepted(text, name, known).problems;
  const { packs, knowledge, problems } = parseConfiguration(text, name, known);
  const asked = { ...(packs && { packs }), ...(knowledge && { knowledge }) };
  return [...problems, ...(projectLibrary(shipped.raw, asked, name)?.problems ?? [])];
}

function diagnosticOf(
  { span, line = 1, message, mild, isGone }: FileProblem,
  lines: Lines,
): Diagnostic {
  const start = lines.startOf(line - 1);
  const severity = mild === true ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
  return {
    range: rangeOf(span ?? { start, end: lines.startOf(line) }, lines),
    severity: isGone === true ? DiagnosticSeverity.Information : severity,
    source: 'hedgerow',
    message,
    ...(isGone === true && { code: 'accepted-gone' }),
  };
}
