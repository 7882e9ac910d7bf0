/** What client and server say to each other beyond LSP. The client imports types from here, nothing else. */

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
