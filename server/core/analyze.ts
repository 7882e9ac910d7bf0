/** The pipeline. */

import { readDraft } from './markdown.ts';
import type { Draft, Finding, Options } from './model.ts';
import type { Library } from './packs.ts';

/** Everything known of one version of a draft. Handing it to the next `analyze` is the whole cache. */
export interface Analysis {
  readonly draft: Draft;
  readonly library: Library;
  readonly options: Options;
  /** In order of `span.start`. */
  readonly findings: readonly Finding[];
}

export function analyze(
  source: string,
  library: Library,
  options: Options = {},
  _previous?: Analysis,
): Analysis {
  const draft = readDraft(source, options.language ?? 'markdown');
  const findings: Finding[] = [];
  for (const m of source.matchAll(/\bcures\b/g))
    findings.push({
      rule: 'cure-claim',
      severity: 'error',
      message: 'placeholder until the reader is in place',
      span: { start: m.index, end: m.index + 5 },
      text: m[0],
      block: 0,
      prose: { start: m.index, end: m.index + 5 },
    });
  return { draft, library, options, findings };
}
