/** Calm while drafting: what is found in the sentence that is being typed waits until it is a sentence. */

import { changeBetween, sentenceAt, type Finding, type SourceSpan } from '../core/index.ts';
import type { Snapshot } from './documents.ts';

/** Milliseconds after the last edit, when the writer has paused. */
const PAUSE = 1500;

export interface Shown {
  readonly findings: readonly Finding[];
  /** Some findings wait; they are shown with the next edit elsewhere, or after a pause. */
  readonly waiting: boolean;
}

export interface Drafting {
  readonly shownOf: (snapshot: Snapshot) => Shown;
  readonly forget: (uri: string) => void;
}

interface State {
  readonly snapshot: Snapshot;
  readonly shown: Shown;
  readonly timer?: ReturnType<typeof setTimeout>;
}

/**
 * A finding is held back only if it is new, and in the sentence at the last edit, and that sentence
 * has not come to its end there. What no longer holds is gone at once. `onPause` is told of drafts
 * in which nothing waits any longer.
 */
export function calmDrafting(onPause: (uri: string) => void): Drafting {
  const states = new Map<string, State>();

  const settle = (uri: string): void => {
    const state = states.get(uri);
    if (!state) return;
    const { findings } = state.snapshot.analysis;
    states.set(uri, { snapshot: state.snapshot, shown: { findings, waiting: false } });
    onPause(uri);
  };
  return {
    shownOf: (snapshot) => {
      const { uri, id, analysis } = snapshot;
      const last = states.get(uri);
      if (last?.snapshot.id === id) return last.shown;
      clearTimeout(last?.timer);
      const typed =
        last && snapshot.settings.show !== 'review' ? typedIn(snapshot, last) : undefined;
      const findings = analysis.findings.filter((one) => !typed?.waits(one));
      const waiting = findings.length < analysis.findings.length;
      const shown = { findings, waiting };
      states.set(uri, {
        snapshot,
        shown,
        ...(waiting && { timer: setTimeout(() => settle(uri), PAUSE) }),
      });
      return shown;
    },
    forget: (uri) => {
      clearTimeout(states.get(uri)?.timer);
      states.delete(uri);
    },
  };
}

/** What waits in the sentence in which the last edit ends, unless it has come to its end there. */
function typedIn(
  { analysis }: Snapshot,
  { snapshot, shown }: State,
): { readonly waits: (finding: Finding) => boolean } | undefined {
  const before = snapshot.analysis.draft.source;
  const after = analysis.draft.source;
  const change = changeBetween(before, after);
  if (!change) return undefined;
  const { start: from, newEnd: caret } = change;
  const sentence = sentenceAt(analysis, caret);
  if (!sentence || ENDED.test(after.slice(sentence.start, caret).trimEnd())) return undefined;
  const old = sentenceAt(snapshot.analysis, from);
  const known = new Set(
    shown.findings.filter(({ span }) => old && overlap(span, old)).map(({ rule }) => rule),
  );
  return { waits: ({ rule, span }) => overlap(span, sentence) && !known.has(rule) };
}

const ENDED = /[.!?…:][\])"'”’»*_]*$/;

const overlap = (one: SourceSpan, other: SourceSpan): boolean =>
  one.start < other.end && one.end > other.start;
