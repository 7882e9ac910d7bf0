/** What client and server say to each other beyond LSP. The client imports types from here, nothing else. */

import type { Range } from 'vscode-languageserver';
import type { DraftKind, RawLibrary, Severity } from '../core/index.ts';

/** `initializationOptions`, all of it optional. */
export interface InitializationOptions {
  /** The content of library.json, for a server in a web worker, which has no files. */
  readonly library?: RawLibrary;
  /** For clients without `workspace/configuration`, and where that has no answer. */
  readonly settings?: Settings;
}

/** The section `hedgerow` of the configuration of one document. */
export interface Settings {
  /** `false`: documents are left unread. */
  readonly enable?: boolean;
  readonly kind?: DraftKind;
  /** Rule id to `off` or a ceiling. */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
}

/**
 * The request `hedgerow/claims`: every claim of an open draft, in the order of the text. The answer
 * is `null` for a document that is not read: no draft, switched off, or left out by the project.
 */
export interface ClaimsParams {
  readonly uri: string;
}

export interface ClaimsAnswer {
  /** The version of the document that was read. */
  readonly version: number;
  readonly sections: readonly ClaimSection[];
}

/** A heading and the claims up to the next one; a section without claims is left out. */
export interface ClaimSection {
  /** The heading's text; empty before the first heading. */
  readonly title: string;
  readonly claims: readonly Claim[];
}

/** What the draft says, judged or not. */
export interface Claim {
  readonly range: Range;
  /** The source text of `range`. */
  readonly text: string;
  /** How surely it is said: as a fact, under a hedge, or as somebody else's word. */
  readonly strength: 'bare' | 'hedged' | 'attributed';
  /** `finding`: a rule objects; `suppressed` by a comment; `accepted` in the side file; `clear` of all rules. */
  readonly status: 'finding' | 'suppressed' | 'accepted' | 'clear';
  readonly rule?: string;
  readonly severity?: Severity;
  readonly message?: string;
  /** Why it is suppressed or accepted, in the words of whoever did so. */
  readonly reason?: string;
}
