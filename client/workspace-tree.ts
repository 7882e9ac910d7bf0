/** What the check of the workspace found, by file. */

import {
  EventEmitter,
  l10n,
  Range,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
  type TreeDataProvider,
} from 'vscode';
import type { CheckedFile } from '../server/lsp/protocol.ts';
import { severityIcon, severityName } from './severity.ts';

export interface FoundNode {
  readonly uri: Uri;
  readonly finding: CheckedFile['findings'][number];
}

export type FileNode = CheckedFile | FoundNode;

export interface WorkspaceTree extends TreeDataProvider<FileNode> {
  readonly show: (files: readonly CheckedFile[]) => void;
  readonly getChildren: (node?: FileNode) => FileNode[];
  readonly getTreeItem: (node: FileNode) => TreeItem;
}

export function workspaceTree(): WorkspaceTree {
  const changed = new EventEmitter<undefined>();
  let files: readonly CheckedFile[] = [];
  return {
    onDidChangeTreeData: changed.event,
    show: (next) => {
      files = next;
      changed.fire(undefined);
    },
    getChildren: (node) => {
      if (!node) return [...files];
      if ('finding' in node) return [];
      return node.findings.map((finding) => ({ uri: Uri.parse(node.uri), finding }));
    },
    getTreeItem: (node) => ('finding' in node ? foundItem(node) : fileItem(node)),
  };
}

function fileItem({ uri, findings }: CheckedFile): TreeItem {
  const item = new TreeItem(Uri.parse(uri), TreeItemCollapsibleState.Collapsed);
  const count =
    findings.length === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', findings.length);
  const path = workspace.asRelativePath(Uri.parse(uri));
  item.iconPath = ThemeIcon.File;
  item.description = count;
  item.accessibilityInformation = { label: `${path}, ${count}` };
  return item;
}

function foundItem({ uri, finding }: FoundNode): TreeItem {
  const { at, rule, severity, text, message } = finding;
  const said = text.replace(/\s+/g, ' ').trim();
  const item = new TreeItem(said, TreeItemCollapsibleState.None);
  item.iconPath = severityIcon(severity);
  item.description = rule;
  item.tooltip = message;
  item.accessibilityInformation = {
    label: l10n.t('{0}: {1}, {2}, line {3}', severityName(severity), said, rule, at.line + 1),
  };
  const place = new Range(at.line, at.character, at.line, at.character);
  item.command = {
    command: 'vscode.open',
    title: l10n.t('Go to Claim'),
    arguments: [uri, { selection: place }],
  };
  return item;
}
