/** What the tests in the editor share: they ask until it is so, and never sleep. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../client/features.ts';

/** Milliseconds that anything may take on a loaded machine. */
const PATIENCE = 30_000;

/** Asks until there is an answer. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the extension shows beside the drafts. */
export async function views(): Promise<Views> {
  const extension = vscode.extensions.getExtension<Views>('hedgerow.hedgerow');
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}

/** The folder that the run opened. */
export function root(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the run must open a folder');
  return folder.uri;
}

/** Opens a draft of that name in the workspace, with that text, and shows it. */
export async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(root(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return show(await vscode.workspace.openTextDocument(uri));
}

/** Opens a draft that is in no file yet, and shows it. */
export async function openUntitled(
  text: string,
  language = 'markdown',
): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language, content: text }));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Closes every editor without asking whether to save. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

export function findings(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((d) => d.source === 'hedgerow');
}

/** The texts that are underlined, in order. */
export function underlined(document: vscode.TextDocument): string[] {
  return [...findings(document)]
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map((finding) => document.getText(finding.range));
}

/** Waits until so many claims of a cure are underlined and nothing else is. */
export async function untilCures(document: vscode.TextDocument, count: number): Promise<void> {
  await until(`${count} claims of a cure in ${document.uri.toString()}`, () => {
    const texts = underlined(document);
    return texts.length === count && texts.every((text) => text.includes('cures'));
  });
}

export const ruleOf = ({ code }: vscode.Diagnostic): string | number | undefined =>
  typeof code === 'object' ? code.value : code;

/** Where a text stands in a document, from its first unit to after its last. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `the draft does not hold “${text}”`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Makes several changes at once, as one step that can be undone. */
export async function edit(
  document: vscode.TextDocument,
  ...changes: readonly (readonly [range: vscode.Range, text: string])[]
): Promise<void> {
  const all = new vscode.WorkspaceEdit();
  for (const [range, text] of changes) all.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(all), 'the editor refused a change');
}

export const endOf = (document: vscode.TextDocument): vscode.Range => {
  const end = document.positionAt(document.getText().length);
  return new vscode.Range(end, end);
};

/** The quick fixes at a range, asked for until there is one: a provider that registers may cancel the request. */
export async function quickFixes(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  return until('a quick fix', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      10, // So many are resolved: an edit may be worked out only when it is asked for.
    );
    return actions.length > 0 && actions;
  });
}

/** The text of all hovers at a position. */
export async function hoverText(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string> {
  const hovers = await vscode.commands.executeCommand<
    { contents: (string | { value: string })[] }[]
  >('vscode.executeHoverProvider', document.uri, position);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Sets a value for the workspace, and takes it back when `during` is through. */
export async function withSetting(
  name: string,
  value: unknown,
  during: () => Promise<void>,
): Promise<void> {
  const set = (to: unknown): Thenable<void> =>
    vscode.workspace
      .getConfiguration('hedgerow')
      .update(name, to, vscode.ConfigurationTarget.Workspace);
  await set(value);
  try {
    await during();
  } finally {
    await set(undefined);
  }
}
