/** Pages of rules, glossary and evidence, and the configuration in effect: rendered, from what is installed. */

import {
  commands,
  EventEmitter,
  l10n,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type TextDocumentContentProvider,
} from 'vscode';
import type {
  ConfigurationAnswer,
  ConfigurationParams,
  OpenRuleParams,
  PageParams,
  PageAnswer,
} from '../server/lsp/protocol.ts';
import type { ActiveDrafts } from './active-draft.ts';
import type { Server } from './server.ts';

/** `hedgerow:/rule/cure-claim.md`, `hedgerow:/glossary.md`, `hedgerow:/configuration.md?<draft>`. */
const SCHEME = 'hedgerow';

/** Without a rule the list of all. */
export function rulePage(rule = 'README'): Uri {
  return Uri.from({ scheme: SCHEME, path: `/rule/${rule}.md` });
}

export function registerPages(
  server: Server,
  drafts: ActiveDrafts,
): ExtensionContext['subscriptions'] {
  const changed = new EventEmitter<Uri>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => {
      await server.ensureStarted();
      return (await contentOf(server, drafts, uri)) ?? l10n.t('There is no such page.');
    },
  };
  // Rendered: package.json associates these pages with the editor's preview of markdown.
  const open = async (uri: Uri): Promise<void> => {
    // A page that is open already may be of another configuration, or of an older server.
    changed.fire(uri);
    await commands.executeCommand('vscode.open', uri);
  };
  const page = (path: string, query = ''): Uri => Uri.from({ scheme: SCHEME, path, query });
  const openConfiguration = async (): Promise<void> => {
    const draft = drafts.current();
    const uri = draft.kind === 'none' ? window.activeTextEditor?.document.uri : draft.document.uri;
    if (uri) return open(page('/configuration.md', uri.toString()));
    void window.showInformationMessage(
      l10n.t('Open a draft first: the configuration depends on where it lies.'),
    );
  };
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, provider),
    commands.registerCommand('hedgerow.openRule', (params?: OpenRuleParams) =>
      open(rulePage(params?.rule)),
    ),
    commands.registerCommand('hedgerow.openGlossary', () => open(page('/glossary.md'))),
    commands.registerCommand('hedgerow.openEvidence', () => open(page('/evidence.md'))),
    commands.registerCommand('hedgerow.showConfiguration', openConfiguration),
  ];
}

async function contentOf(
  server: Server,
  drafts: ActiveDrafts,
  { path, query }: Uri,
): Promise<string | undefined> {
  if (path === '/configuration.md') {
    const params: ConfigurationParams = { uri: query };
    const answer = await server.request<ConfigurationAnswer | null>(
      'hedgerow/configuration',
      params,
    );
    return answer?.text;
  }
  const name = pageOf(path);
  const draft = drafts.current();
  // Of the packs and the project of the draft that the writer came from.
  const params: PageParams | undefined =
    name && draft.kind !== 'none' ? { ...name, uri: draft.document.uri.toString() } : name;
  return (params && (await server.request<PageAnswer>('hedgerow/page', params))) ?? undefined;
}

/** Relative links between pages end here too: their names are those of docs/. */
function pageOf(path: string): PageParams | undefined {
  if (/^\/glossary(\.md|\/README\.md)$/.test(path)) return { page: 'glossary' };
  if (/^\/evidence(\.md|\/README\.md)$/.test(path)) return { page: 'evidence' };
  const id = /^\/rules?\/([\w-]+)\.md$/.exec(path)?.[1];
  if (id === undefined) return undefined;
  return id === 'README' ? { page: 'rule' } : { page: 'rule', id };
}
