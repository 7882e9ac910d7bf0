/** What client and server say to each other beyond LSP. The client imports types from here, nothing else. */

import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type {
  DraftKind,
  Jurisdiction,
  PageName,
  RawLibrary,
  Severity,
  Spelling,
} from '../core/index.ts';
import type { L10nBundle } from '../project/l10n.ts';

/** `initializationOptions`, all of it optional. */
export interface InitializationOptions {
  /** The content of library.json, for a server in a web worker, which has no files. */
  readonly library?: RawLibrary;
  /** The server's sentences in the writer's language; English without it. */
  readonly l10n?: L10nBundle;
  /** For clients without `workspace/configuration`, and where that has no answer. */
  readonly settings?: Settings;
  /** The commands that the client runs; quick fixes that would need another are not offered. */
  readonly commands?: readonly CommandId[];
  /** The client answers `hedgerow/readText`: for files that are on no disk. */
  readonly readsFiles?: boolean;
  /** The client wants `hedgerow/claimsChanged`. */
  readonly showsClaims?: boolean;
  /** Something else completes YAML files by their schemas: the server then leaves it alone. */
  readonly helpsWithYaml?: boolean;
}

/** The section `hedgerow` of the configuration of one document. */
export interface Settings {
  /** `false`: documents are left unread. */
  readonly enable?: boolean;
  readonly kind?: DraftKind;
  /** Rule id to `off` or a ceiling. */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
  /** What is underlined: `drafting` leaves information and hints to the claims view. */
  readonly show?: 'drafting' | 'review';
  /** Hedges to offer after the draft's own, best first. */
  readonly preferredHedges?: readonly string[];
  /** A suppression and an accepted claim must say why. */
  readonly requireReason?: boolean;
  /** The highest severity of findings in quotations and block quotes. */
  readonly quotedText?: Severity | 'off';
  /** Drafts that are longer, in UTF-16 units, are left unread, with a notice. */
  readonly maxLength?: number;
  /** Whose regulator is asked; left out: all that are known. */
  readonly jurisdiction?: Jurisdiction;
  /** Hovers show the codes of MeSH and ICD-10. */
  readonly showCodes?: boolean;
  /** Where a quick fix puts the definition of a term. */
  readonly defineAs?: 'parentheses' | 'footnote' | 'glossary';
  /** Terms that are spelled in two ways get a hint. */
  readonly mixedSpelling?: boolean;
  /** Which spelling is asked for; left out: as in the draft. */
  readonly spelling?: Spelling;
  /** Ids of the packs that are loaded, beside those that they build on. */
  readonly packs?: readonly string[];
  /** Whose findings stay in the list of problems: of drafts that are open, or of all that were checked. */
  readonly scope?: 'openDrafts' | 'workspace';
}

// --- The claims view -----------------------------------------------------------------------------

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

/** The notification `hedgerow/claimsChanged`: an open draft was read anew. Only with `showsClaims`. */
export interface ClaimsChanged {
  readonly uri: string;
  readonly version: number;
}

// --- Commands that the client runs ---------------------------------------------------------------

/** Each takes one argument: `ProposeParams` (the first four), or `OpenRuleParams`. */
export type CommandId =
  | 'hedgerow.suppress'
  | 'hedgerow.acceptClaim'
  | 'hedgerow.allowPhrase'
  | 'hedgerow.setRuleSeverity'
  | 'hedgerow.openRule';

/** The finding that a command is about. It is looked up anew: what has moved on is not changed. */
export interface FindingPlace {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  /** As in the diagnostic, and in the claim of the claims view. */
  readonly range: Range;
}

/** `hedgerow.suppress`: a comment in the draft. */
export interface SuppressParams extends FindingPlace {
  readonly kind: 'suppress';
  /** Left out: a placeholder is written, to be typed over. */
  readonly reason?: string;
}

/** `hedgerow.acceptClaim`: an entry in the side file. */
export interface AcceptParams extends FindingPlace {
  readonly kind: 'accept';
  /** Left out: a placeholder is written, to be typed over. */
  readonly reason?: string;
  /** Who accepts it. */
  readonly by?: string;
  /** ISO date of the day; left out: today. */
  readonly date?: string;
  /** ISO date after which the claim is open again; left out: never. */
  readonly expires?: string;
}

/** `hedgerow.allowPhrase`: a phrase in the configuration file of the draft's project. */
export interface AllowParams {
  readonly kind: 'allow';
  readonly uri: string;
  readonly phrase: string;
}

/**
 * `hedgerow.setRuleSeverity`. For `user` and `workspace` the client writes the setting
 * `hedgerow.severity`; for `file` (front matter) and `project` (`.hedgerow.yml`) it asks the server.
 */
export interface SeverityParams {
  readonly kind: 'severity';
  readonly uri: string;
  readonly rule: string;
  readonly level: Severity | 'off';
  readonly target: 'user' | 'workspace' | 'project' | 'file';
}

/** `hedgerow.openRule`: the rule's page. */
export interface OpenRuleParams {
  readonly rule: string;
}

/**
 * The request `hedgerow/propose`: what a command would change. `null` where the draft has moved on
 * or there is no place to write to; an error with a message for the writer where a file is broken.
 */
export type ProposeParams = SuppressParams | AcceptParams | AllowParams | SeverityParams;

export interface Proposal {
  /** May create the file. */
  readonly edit: WorkspaceEdit;
  /** The document that changes; one that is not the draft is saved by the client once it is changed. */
  readonly uri: string;
  /** Once the edit is applied: what the writer types over, such as the placeholder of a reason. */
  readonly select?: Range;
}

// --- All rewordings, and tracked changes ------------------------------------------------------------

/**
 * The request `hedgerow/reviewAll`: the first rewording of every sentence with an error or a warning.
 * `null` for a document that is not read. The changes are annotated by rule and want confirmation.
 */
export interface ReviewParams {
  readonly uri: string;
}

export interface ReviewAnswer {
  readonly count: number;
  readonly edit: WorkspaceEdit;
}

/**
 * The request `hedgerow/settleChanges`: accepts or rejects the tracked changes (CriticMarkup) that a
 * range touches, or all of them; comments are taken out either way. `null` for a document that is
 * not read.
 */
export interface SettleChangesParams {
  readonly uri: string;
  readonly decision: 'accept' | 'reject';
  readonly range?: Range;
}

export interface SettleChangesAnswer {
  /** How many changes and comments there were. */
  readonly count: number;
  readonly edit: WorkspaceEdit;
}

// --- Configuration in effect ---------------------------------------------------------------------

/** The request `hedgerow/configuration`: what holds for a document, and where it comes from. */
export interface ConfigurationParams {
  readonly uri: string;
}

export interface ConfigurationAnswer {
  readonly values: readonly ConfiguredValue[];
  /** The same for people, in markdown: what “Show configuration in effect” opens. */
  readonly text: string;
}

export interface ConfiguredValue {
  /** As in `.hedgerow.yml`: `kind`, `severity.hype-words`. */
  readonly name: string;
  readonly value: string;
  readonly from: 'default' | 'settings' | 'project' | 'front matter';
  /** Of the file that says so, and the line there, from 0. */
  readonly uri?: string;
  readonly line?: number;
}

// --- Files, and the check of a workspace -----------------------------------------------------------

/** The request `hedgerow/readText`, from server to client. `null` where there is no such file. */
export interface ReadTextParams {
  readonly uri: string;
}

export interface ReadTextAnswer {
  readonly text: string | null;
}

/**
 * The request `hedgerow/check`: reads files that need not be open, and publishes what it finds as
 * diagnostics of theirs. It reports progress (`workDoneToken`) and heeds a cancellation: the answer
 * then says how far it came. Drafts that are open are left to their own diagnostics.
 * With no `uris` it takes back what earlier checks published.
 */
export interface CheckParams {
  readonly uris: readonly string[];
  readonly workDoneToken?: string | number;
  /** At most so many files are read. */
  readonly limit?: number;
}

export interface CheckAnswer {
  /** In the order of `uris`; files without findings are left out. */
  readonly files: readonly CheckedFile[];
  readonly checked: number;
  /** Left unread: beyond the limit, or after a cancellation. */
  readonly left: number;
  /** Files that could not be read, each with the reason. */
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

export interface CheckedFile {
  readonly uri: string;
  readonly findings: readonly {
    readonly at: Position;
    readonly rule: string;
    readonly severity: Severity;
    readonly text: string;
    readonly message: string;
  }[];
}

// --- Pages of reference ---------------------------------------------------------------------------

/** The request `hedgerow/page`: the glossary, the evidence, a rule, or without an id the list of rules. */
export interface PageParams extends PageName {
  /** The draft whose packs, and whose project's own knowledge, it shows; without it those by default. */
  readonly uri?: string;
}

/** Markdown; `null` where there is no such page. Links between rules are relative: `cure-claim.md`. */
export type PageAnswer = string | null;
