/** `hedgerow/propose`: what a writer's decision would change, in the draft or in a file of its project. */

import {
  LSPErrorCodes,
  ResponseError,
  type Connection,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  claimText,
  Lines,
  reasonPlaceholder,
  suppress,
  type Edit,
  type Finding,
} from '../core/index.ts';
import { acceptedHeader, acceptedName } from '../project/accepted.ts';
import { addedToList, BrokenFile, setIn } from '../project/edits.ts';
import { configurationNames, type ReadText } from '../project/find.ts';
import { frontMatterEdit } from '../project/front-matter-edit.ts';
import * as l10n from '../project/l10n.ts';
import { fileIn, folderOf, nameOf, pathFrom } from '../project/places.ts';
import { todayIs } from '../project/situation.ts';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { offsetOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { ReadDraft, Snapshot } from './documents.ts';
import type { Projects } from './projects.ts';
import type {
  AcceptParams,
  AllowParams,
  FindingPlace,
  Proposal,
  ProposeParams,
  SeverityParams,
  SuppressParams,
} from './protocol.ts';

const METHOD = 'hedgerow/propose';

/** What the proposals are made with. */
export interface ProposalMeans {
  readonly client: ClientFeatures;
  readonly read: ReadDraft;
  readonly projects: Projects;
  /** As the client has it, with what is not saved yet. */
  readonly readText: ReadText;
}

/** `null` where the draft has moved on or there is no place to write to; rejects with a `BrokenFile`. */
export type Propose = (params: ProposeParams) => Promise<Proposal | null>;

export function provideProposals(connection: Connection, propose: Propose): void {
  connection.onRequest(METHOD, async (params: ProposeParams) => {
    try {
      return await propose(params);
    } catch (error) {
      if (error instanceof BrokenFile)
        return new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      connection.console.error(`${METHOD} failed: ${reasonOf(error)}`);
      return null;
    }
  });
}

export function proposer(means: ProposalMeans): Propose {
  return async (params) => {
    const snapshot = await means.read(params.uri);
    if (!snapshot) return null;
    switch (params.kind) {
      case 'suppress':
        return suppressed(params, snapshot, means.client);
      case 'accept':
        return accepted(params, snapshot, means);
      case 'allow':
        return allowed(params, snapshot, means);
      case 'severity':
        return params.target === 'file'
          ? inFrontMatter(params, snapshot, means.client)
          : withSeverity(params, snapshot, means);
      default:
        return null;
    }
  };
}

// --- In the draft --------------------------------------------------------------------------------

function suppressed(
  params: SuppressParams,
  snapshot: Snapshot,
  client: ClientFeatures,
): Proposal | null {
  const finding = findingAt(params, snapshot);
  const written = finding && suppress(snapshot.analysis, finding, params.reason);
  if (!written) return null;
  const { edit, reason } = written;
  const { start } = edit.span;
  const select = { start: start + reason.start, end: start + reason.end };
  return {
    uri: snapshot.uri,
    edit: workspaceEditOf([edit], snapshot, client.versionsEdits),
    ...(params.reason === undefined && {
      select: rangeOf(select, new Lines(applied(snapshot.analysis.draft.source, edit))),
    }),
  };
}

function inFrontMatter(
  { rule, level }: SeverityParams,
  snapshot: Snapshot,
  client: ClientFeatures,
): Proposal | null {
  const { uri, analysis } = snapshot;
  const edit = frontMatterEdit(analysis.draft.source, ['hedgerow', 'severity', rule], level);
  return edit ? { uri, edit: workspaceEditOf([edit], snapshot, client.versionsEdits) } : null;
}

/** Looked up by what the client sent: rule and range, in the version that is there. */
function findingAt(place: FindingPlace, { version, analysis, lines }: Snapshot) {
  if (place.version !== version) return undefined;
  const { source } = analysis.draft;
  const start = offsetOf(place.range.start, source, lines);
  const end = offsetOf(place.range.end, source, lines);
  const isMeant = ({ rule, span }: Finding): boolean =>
    rule === place.rule && span.start === start && span.end === end;
  return analysis.findings.find(isMeant);
}

// --- In the files of the project -----------------------------------------------------------------

async function accepted(
  params: AcceptParams,
  snapshot: Snapshot,
  means: ProposalMeans,
): Promise<Proposal | null> {
  const finding = findingAt(params, snapshot);
  const file = fileFor(snapshot, means.projects, 'side file');
  const folder = file && folderOf(file);
  const draft = folder && pathFrom(folder, snapshot.uri);
  if (!finding || !file || draft === undefined) return null;
  const { reason = reasonPlaceholder, by, date = todayIs(), expires } = params;
  const entry = {
    draft,
    rule: finding.rule,
    claim: claimText(finding, snapshot.analysis),
    reason,
    ...(by !== undefined && { by }),
    date,
    ...(expires !== undefined && { expires }),
  };
  const change = (text: string): Edit => addedToList(text, 'accepted', entry);
  const proposal = await inFile(file, means, acceptedHeader, change);
  if (params.reason !== undefined) return proposal.plain;
  const at = proposal.edit.span.start + proposal.edit.text.lastIndexOf(`reason: ${reason}`);
  const span = { start: at + 'reason: '.length, end: at + `reason: ${reason}`.length };
  return { ...proposal.plain, select: rangeOf(span, new Lines(proposal.after)) };
}

async function allowed(
  { phrase }: AllowParams,
  snapshot: Snapshot,
  means: ProposalMeans,
): Promise<Proposal | null> {
  const file = fileFor(snapshot, means.projects, 'configuration');
  const said = phrase.replaceAll(/\s+/g, ' ').trim();
  if (!file || said === '') return null;
  return (await inFile(file, means, '', (text) => addedToList(text, 'allowed', said))).plain;
}

async function withSeverity(
  { rule, level }: SeverityParams,
  snapshot: Snapshot,
  means: ProposalMeans,
): Promise<Proposal | null> {
  const file = fileFor(snapshot, means.projects, 'configuration');
  if (!file) return null;
  const change = (text: string): Edit => setIn(text, ['severity', rule], level);
  return (await inFile(file, means, '', change)).plain;
}

/** The file that holds already, else a new one beside it, or at the top of the workspace. */
export function fileFor(
  { uri, project }: Pick<Snapshot, 'uri' | 'project'>,
  projects: Projects,
  which: 'configuration' | 'side file',
): string | undefined {
  const { uri: configuration, acceptedUri } = project.project;
  const known = which === 'configuration' ? configuration : acceptedUri;
  if (known !== undefined) return known;
  const beside = configuration === undefined ? undefined : folderOf(configuration);
  const folder = beside ?? projects.rootOf(uri) ?? folderOf(uri);
  const name = which === 'configuration' ? configurationNames[0] : acceptedName;
  return folder === undefined ? undefined : fileIn(folder, name);
}

async function inFile(
  uri: string,
  { client, readText }: ProposalMeans,
  header: string,
  change: (text: string) => Edit,
): Promise<{ readonly plain: Proposal; readonly edit: Edit; readonly after: string }> {
  const found = await readText(uri);
  const text = found ?? header;
  const edit = broken(nameOf(uri), () => change(text));
  const after = applied(text, edit);
  // A new file is filled in one go.
  const made = found === undefined ? { span: { start: 0, end: 0 }, text: after } : edit;
  const lines = new Lines(found ?? '');
  const textEdit = { range: rangeOf(made.span, lines), newText: made.text };
  const inDocument: TextDocumentEdit = { textDocument: { uri, version: null }, edits: [textEdit] };
  const create = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
  const isNew = found === undefined && client.createsFiles;
  const workspaceEdit: WorkspaceEdit = client.versionsEdits
    ? { documentChanges: isNew ? [create, inDocument] : [inDocument] }
    : { changes: { [uri]: [textEdit] } };
  return { plain: { uri, edit: workspaceEdit }, edit, after };
}

function broken<T>(file: string, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (error instanceof BrokenFile)
      throw new BrokenFile(l10n.t('{0} was not changed. {1}', file, error.message));
    throw error;
  }
}

const applied = (text: string, { span, text: put }: Edit): string =>
  text.slice(0, span.start) + put + text.slice(span.end);
