/** One draft of `hedgerow check`: read, judged and put into words, here or in a worker. */

import { firstRewordings, rewordingsFor, type Analysis, type Severity } from '../core/index.ts';
import { goneClaims } from '../project/gone.ts';
import type { FileProblem } from '../project/nodes.ts';
import type { Shipped } from '../project/situation.ts';
import { situationsOf, type DraftSituation } from './configure.ts';
import type { DraftFile } from './drafts.ts';
import { messageOf } from './errors.ts';
import { readDraft } from './read-draft.ts';
import type { CheckedDraft, Report } from './report.ts';

/** Plain data, so that it can come out of a worker. */
export interface Outcome {
  /** What the report says of the draft. */
  readonly text: string;
  /** How many findings of each severity; nothing where the draft was not checked. */
  readonly findings?: Readonly<Partial<Record<Severity, number>>>;
  readonly problems: readonly FileProblem[];
}

export function draftChecker(
  shipped: Shipped,
  report: Report,
  ignoreRules: boolean,
): (file: DraftFile) => Promise<Outcome> {
  const situationOf = situationsOf(shipped);
  return async (file) => {
    const situation = await situationOf(file);
    const { problems } = situation;
    if (situation.ignored && ignoreRules) return { text: '', problems };
    try {
      const draft = await checkedDraft(file, situation);
      const gone = draft.analysis
        ? goneClaims(draft.analysis, situation.project, situation.uri)
        : [];
      return {
        text: report.draft(draft),
        findings: countsOf(draft),
        problems: [...problems, ...gone],
      };
    } catch (error) {
      const problem = { file: file.path, message: messageOf(error) };
      return { text: '', problems: [...problems, problem] };
    }
  };
}

async function checkedDraft(
  file: DraftFile,
  situation: DraftSituation,
): Promise<CheckedDraft & { readonly analysis: Analysis | undefined }> {
  const { text = '', lines, notices, analysis } = await readDraft(file, situation);
  const { path } = file;
  return {
    path,
    text,
    lines,
    notices,
    analysis,
    findings: analysis?.findings ?? [],
    offers: (finding) => (analysis ? rewordingsFor(analysis, finding) : []),
    rewordings: () => (analysis ? firstRewordings(analysis) : []),
  };
}

function countsOf({ findings }: CheckedDraft): Readonly<Partial<Record<Severity, number>>> {
  const counts: Partial<Record<Severity, number>> = {};
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}
