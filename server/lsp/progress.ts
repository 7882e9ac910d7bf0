/** Progress of work that takes long, shown by clients that can. */

import type { Connection } from 'vscode-languageserver';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';

/** Milliseconds: what takes less is over before anybody has read that it goes on. */
const PATIENCE = 500;

export interface Progress {
  /** From 0 to 1. */
  readonly report: (share: number) => void;
  readonly done: () => void;
}

/** Nothing is shown until the work has taken a while. */
export function slowProgress(
  connection: Connection,
  client: ClientFeatures,
  title: string,
): Progress {
  const started = Date.now();
  let shown: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined;
  let percentage = 0;
  const show = async () => {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(title, percentage);
    return progress;
  };
  const tell = (what: (progress: Awaited<NonNullable<typeof shown>>) => void): void => {
    shown?.then(what).catch((error: unknown) => {
      connection.console.warn(`The client showed no progress: ${reasonOf(error)}`);
    });
  };
  return {
    report: (share) => {
      percentage = Math.round(100 * share);
      if (!client.showsProgress || Date.now() - started < PATIENCE) return;
      if (shown) tell((progress) => progress.report(percentage));
      else {
        shown = show();
        tell(() => undefined);
      }
    },
    done: () => tell((progress) => progress.done()),
  };
}
