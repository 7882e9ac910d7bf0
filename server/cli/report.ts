/** What every report format is given, and the list of them. */

import type { Finding, Lines, Notice, Offer, Problem, Rewording, Severity } from '../core/index.ts';
import type { Output } from './output.ts';
import { demoReport } from './report-demo.ts';
import { diffReport } from './report-diff.ts';
import { jsonReport } from './report-json.ts';
import { textReport } from './report-text.ts';

/** A draft and what was found in it. Offsets count in `text`. */
export interface CheckedDraft {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  readonly notices: readonly Notice[];
  readonly findings: readonly Finding[];
  /** Computed when asked for. */
  readonly offers: (finding: Finding) => readonly Offer[];
  /** The first offers that go together; computed when asked for. */
  readonly rewordings: () => readonly Rewording[];
}

/** Sums over all drafts. */
export interface Totals {
  readonly drafts: number;
  readonly draftsWithFindings: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Also told on standard error. */
  readonly problems: readonly Problem[];
}

/** Turns drafts into text, one after the other, so that a long report needs little memory. */
export interface Report {
  readonly start: () => string;
  readonly draft: (draft: CheckedDraft) => string;
  /** Between what is said of one draft and of the next. */
  readonly separator?: string;
  readonly end: (totals: Totals) => string;
}

export type ReportFormat = (output: Pick<Output, 'style' | 'width'>) => Report;

export const reportFormats = {
  text: textReport,
  json: jsonReport,
  demo: demoReport,
  diff: diffReport,
} as const satisfies Record<string, ReportFormat>;

export type ReportName = keyof typeof reportFormats;

export const reportNames: readonly ReportName[] = ['text', 'json', 'demo', 'diff'];
