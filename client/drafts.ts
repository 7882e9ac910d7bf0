/** Which of the open documents are drafts. */

import { languages, workspace, type TextDocument } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

/** A document that is checked: in one of the languages of the settings, and open to be written. */
export function isDraft(document: TextDocument): boolean {
  return languages.match(draftSelector(), document) > 0 && isWritten(document);
}

/** The drafts as a selector: on any file system, be it disk, remote, virtual or none yet. */
export function draftSelector(): { readonly language: string }[] {
  const names = workspace.getConfiguration('hedgerow').get<readonly string[]>('languages', []);
  return names.map((language) => ({ language }));
}

/** Files of projects: what is wrong in them is said while they are typed. */
export const projectFiles: readonly { readonly pattern: string }[] = [
  { pattern: '**/.hedgerow.{yml,json}' },
  { pattern: '**/.hedgerow-accepted.yml' },
];

/**
 * Keeps from the server what no one writes: the old side of a comparison, a commit, a block of code
 * in a chat. A selector cannot say so. For a document that it has not seen the server answers nothing.
 */
export const draftsOnly: NonNullable<LanguageClientOptions['middleware']> = {
  didOpen: async (document, next) => (isWritten(document) ? next(document) : undefined),
  didChange: async (event, next) => (isWritten(event.document) ? next(event) : undefined),
  didSave: async (document, next) => (isWritten(document) ? next(document) : undefined),
  didClose: async (document, next) => (isWritten(document) ? next(document) : undefined),
};

/** A file system that can only be read counts where it is what the writer has opened. */
function isWritten({ uri: { scheme } }: TextDocument): boolean {
  return (
    scheme === 'untitled' ||
    workspace.fs.isWritableFileSystem(scheme) === true ||
    (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme)
  );
}
