/** The claims view: what is shown of the active draft, and the welcome where that is nothing. */

import { commands, l10n, window, workspace, type ExtensionContext } from 'vscode';
import type { ActiveDraft, ActiveDrafts } from './active-draft.ts';
import { pickFacets } from './claims-filter.ts';
import { claimsTree, nodesOf, type ClaimsTree } from './claims-tree.ts';
import { groupsOf, type Facet, type Grouping } from './claims.ts';

/** Decides in package.json which welcome is shown while the tree is empty. */
const CONTEXT = 'hedgerow.claimsState';

export function openClaimsView(
  { subscriptions, workspaceState }: ExtensionContext,
  drafts: ActiveDrafts,
): ClaimsTree {
  const tree = claimsTree();
  const view = window.createTreeView('hedgerow.claims', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  let hidden = new Set(workspaceState.get<readonly Facet[]>('hidden', []));
  let grouping = workspaceState.get<Grouping>('grouping', 'section');

  const show = (draft: ActiveDraft): void => {
    const sections = draft.kind === 'read' ? draft.answer.sections : [];
    const groups = groupsOf(sections, hidden, grouping);
    const all = sections.reduce((sum, { claims }) => sum + claims.length, 0);
    const shown = groups.reduce((sum, { claims }) => sum + claims.length, 0);
    if (draft.kind === 'none') tree.show([]);
    else tree.show(nodesOf(draft.document.uri, groups));
    const name = draft.kind === 'none' ? '' : workspace.asRelativePath(draft.document.uri);
    const isPart = shown > 0 && shown < all;
    const note = isPart ? l10n.t('{0} of {1} claims are shown.', shown, all) : '';
    if (view.description !== name) view.description = name;
    if (view.message !== note) view.message = note;
    void commands.executeCommand('setContext', CONTEXT, stateOf(draft, all, shown));
  };
  const showAgain = (): void => show(drafts.current());

  const filter = async (): Promise<void> => {
    const picked = await pickFacets(hidden);
    if (!picked) return;
    hidden = picked;
    await workspaceState.update('hidden', [...hidden]);
    showAgain();
  };
  const clear = async (): Promise<void> => {
    hidden = new Set();
    await workspaceState.update('hidden', []);
    showAgain();
  };
  const regroup = async (to: Grouping): Promise<void> => {
    grouping = to;
    await workspaceState.update('grouping', to);
    await commands.executeCommand('setContext', 'hedgerow.claimsGrouping', to);
    showAgain();
  };

  subscriptions.push(
    view,
    drafts.onDidChange(show),
    commands.registerCommand('hedgerow.claims.filter', filter),
    commands.registerCommand('hedgerow.claims.clearFilter', clear),
    commands.registerCommand('hedgerow.claims.groupBySection', () => regroup('section')),
    commands.registerCommand('hedgerow.claims.groupByStrength', () => regroup('strength')),
  );
  void regroup(grouping);
  return tree;
}

/** The name of the welcome in package.json; `shown` has none. */
function stateOf(draft: ActiveDraft, all: number, shown: number): string {
  if (draft.kind === 'none') return 'none';
  if (draft.kind === 'unread') return draft.why;
  if (shown > 0) return 'shown';
  return all > 0 ? 'filtered' : 'empty';
}
