/** Many drafts at once: worker threads, each with a library of its own, and outcomes in order. */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Language } from '../core/index.ts';
import { draftChecker, type Outcome } from './check-draft.ts';
import type { DraftFile } from './drafts.ts';
import { openLibrary } from './library.ts';
import { styleFor } from './output.ts';
import { reportFormats, type ReportName } from './report.ts';

/** How a worker is to put drafts into words. */
export interface Rendering {
  readonly format: ReportName;
  readonly coloured: boolean;
  readonly width: number;
  readonly ignoreRules: boolean;
}

/** A draft that is a file, as it is told to a worker. */
interface Job {
  readonly path: string;
  readonly folder: string;
  readonly language: Language;
}

/** From so many drafts on, workers are up before one thread is done. */
const MANY = 50;
const MOST_WORKERS = 8;
/** Drafts that a worker is given at once, and how many times that it may be ahead of the report. */
const CHUNK = 8;
const AHEAD = 3;

/** Whether workers are worth their start. The format `demo` counts over all drafts. */
export function areMany(drafts: readonly DraftFile[], { format }: Rendering): boolean {
  if (format === 'demo' || availableParallelism() < 2) return false;
  return drafts.length >= MANY && drafts.every(({ isFile }) => isFile);
}

/** The outcomes in the order of the drafts; no more than a few are kept waiting. */
export async function* inWorkers(
  drafts: readonly DraftFile[],
  rendering: Rendering,
): AsyncIterable<Outcome> {
  const jobs = drafts.map(({ path, folder, language }): Job => ({ path, folder, language }));
  const chunks = Array.from({ length: Math.ceil(jobs.length / CHUNK) }, (_, at) =>
    jobs.slice(at * CHUNK, (at + 1) * CHUNK),
  );
  const count = Math.min(availableParallelism(), MOST_WORKERS, chunks.length);
  const workers = Array.from({ length: count }, () => startWorker(rendering));
  const waiting: Promise<readonly Outcome[]>[] = [];
  let given = 0;
  const give = (): void => {
    const chunk = chunks[given];
    const worker = workers[given % workers.length];
    if (!chunk || !worker) return;
    const answer = worker(chunk);
    // It is awaited in its turn; until then nobody is there to hear of a fault.
    answer.catch(() => undefined);
    waiting.push(answer);
    given++;
  };
  try {
    while (waiting.length < count * AHEAD && given < chunks.length) give();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcomes = await next;
      give();
      yield* outcomes;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

type Asked = ((chunk: readonly Job[]) => Promise<readonly Outcome[]>) & {
  readonly stop: () => Promise<unknown>;
};

/** Answers in the order in which it is asked. */
function startWorker(rendering: Rendering): Asked {
  const worker = new Worker(__filename, { workerData: rendering });
  const failed = once(worker, 'error').then(([error]: unknown[]) => {
    throw error;
  });
  failed.catch(() => undefined);
  const answers: ((outcomes: readonly Outcome[]) => void)[] = [];
  worker.on('message', (outcomes: readonly Outcome[]) => answers.shift()?.(outcomes));
  const ask = (chunk: readonly Job[]): Promise<readonly Outcome[]> => {
    const answer = new Promise<readonly Outcome[]>((resolve) => answers.push(resolve));
    worker.postMessage(chunk);
    return Promise.race([answer, failed]);
  };
  return Object.assign(ask, { stop: () => worker.terminate() });
}

/** The other side, in the worker. */
export async function serveChunks(): Promise<void> {
  const { format, coloured, width, ignoreRules } = workerData as Rendering;
  const report = reportFormats[format]({ style: styleFor(coloured), width });
  const check = draftChecker(await openLibrary(), report, ignoreRules);
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (chunk: readonly Job[]) => {
    last = last.then(async () => {
      const outcomes: Outcome[] = [];
      for (const { path, folder, language } of chunk)
        outcomes.push(
          await check({ path, folder, language, isFile: true, read: () => readFile(path) }),
        );
      parentPort?.postMessage(outcomes);
    });
  });
}
