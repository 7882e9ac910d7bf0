/** Raw pack data -> library and problems. */

import type { Evidence, Problem, Rule, Source, Term } from './model.ts';

/** The YAML files of the packs as JSON, by pack-relative path: no meaning added. */
export interface RawLibrary {
  readonly packs: readonly {
    readonly id: string;
    readonly files: Readonly<Record<string, unknown>>;
  }[];
}

export interface Library {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly evidence: readonly Evidence[];
}

export function loadLibrary(_raw: RawLibrary): { library: Library; problems: Problem[] } {
  return {
    library: { rules: new Map(), terms: new Map(), sources: new Map(), evidence: [] },
    problems: [],
  };
}
