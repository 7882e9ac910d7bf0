/** The claims of the active draft as a tree. Items keep their ids, so that nothing flickers or folds. */

import {
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
  type Uri,
} from 'vscode';
import type { Claim } from '../server/lsp/protocol.ts';
import { statusName, strengthName, type ClaimGroup } from './claims.ts';
import { severityIcon, severityName } from './severity.ts';

export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly ClaimNode[];
}

/** What the commands of the tree are given. */
export interface ClaimNode {
  readonly kind: 'claim';
  readonly id: string;
  readonly uri: Uri;
  readonly claim: Claim;
}

export type Node = GroupNode | ClaimNode;

export interface ClaimsTree extends TreeDataProvider<Node> {
  readonly show: (groups: readonly GroupNode[]) => void;
  readonly getChildren: (node?: Node) => Node[];
  readonly getTreeItem: (node: Node) => TreeItem;
}

export function claimsTree(): ClaimsTree {
  const changed = new EventEmitter<undefined>();
  let groups: readonly GroupNode[] = [];
  return {
    onDidChangeTreeData: changed.event,
    show: (next) => {
      if (JSON.stringify(next) === JSON.stringify(groups)) return;
      groups = next;
      changed.fire(undefined);
    },
    getChildren: (node) => {
      if (!node) return [...groups];
      return node.kind === 'group' ? [...node.nodes] : [];
    },
    getParent: (node) =>
      groups.find((group) => node.kind === 'claim' && group.nodes.some(({ id }) => id === node.id)),
    getTreeItem: (node) => (node.kind === 'group' ? groupItem(node) : claimItem(node)),
  };
}

/** Ids are made of what is said, not of where it stands, and stay while the text around moves. */
export function nodesOf(uri: Uri, groups: readonly ClaimGroup[]): readonly GroupNode[] {
  const unique = counter();
  return groups.map(({ title, claims }) => {
    const id = unique(`${uri.toString()} ${title}`);
    const nodes = claims.map((claim): ClaimNode => {
      const { rule = '', text } = claim;
      return { kind: 'claim', id: unique(`${id} ${rule} ${text}`), uri, claim };
    });
    return { kind: 'group', id, title, nodes };
  });
}

/** Tells things of the same name apart. */
function counter(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  };
}

function groupItem({ id, title, nodes }: GroupNode): TreeItem {
  const open = nodes.filter(({ claim }) => claim.status === 'finding').length;
  const item = new TreeItem(title, TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.contextValue = 'group';
  item.description = l10n.t('{0} of {1} to reword', open, nodes.length);
  item.tooltip = title;
  item.accessibilityInformation = { label: `${title}, ${item.description}` };
  return item;
}

function claimItem(node: ClaimNode): TreeItem {
  const { id, claim } = node;
  const said = claim.text.replace(/\s+/g, ' ').trim();
  const { status, severity = 'information' } = claim;
  const state = status === 'finding' ? severityName(severity) : statusName(status);
  const about = [strengthName(claim.strength).toLowerCase(), claim.reason, claim.rule];
  const description = about.filter((part) => part !== undefined).join(' · ');
  const item = new TreeItem(said, TreeItemCollapsibleState.None);
  item.id = id;
  item.contextValue = claim.status;
  item.iconPath = iconOf(claim);
  item.description = description;
  item.tooltip = tooltipOf(claim, said);
  item.accessibilityInformation = {
    label: l10n.t('{0}: {1}, {2}, line {3}', state, said, description, claim.range.start.line + 1),
  };
  item.command = {
    command: 'hedgerow.claim.open',
    title: l10n.t('Go to Claim'),
    arguments: [node],
  };
  return item;
}

function tooltipOf({ message, reason, status }: Claim, said: string): MarkdownString {
  // Plain text in a markdown string: a draft must not write markup or links into the tooltip.
  return new MarkdownString()
    .appendText(said)
    .appendMarkdown(message === undefined ? '' : '\n\n')
    .appendText(message ?? '')
    .appendMarkdown(reason === undefined ? '' : '\n\n')
    .appendText(reason === undefined ? '' : `${statusName(status)}: ${reason}`);
}

/** None of them is a tick: nothing found is no clean bill of health. */
function iconOf({ status, severity = 'information', strength }: Claim): ThemeIcon {
  switch (status) {
    case 'finding':
      return severityIcon(severity);
    case 'accepted':
      return new ThemeIcon('bookmark');
    case 'suppressed':
      return new ThemeIcon('bell-slash');
    case 'clear':
      return new ThemeIcon(strength === 'attributed' ? 'quote' : 'circle-small');
  }
}
