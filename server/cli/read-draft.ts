/** One draft, from its bytes to its analysis. */

import { analyze, Lines, type Analysis } from '../core/index.ts';
import type { DraftSituation } from './configure.ts';
import { decode, type Decoded } from './decode.ts';
import type { DraftFile } from './drafts.ts';
import { Failure, reason } from './errors.ts';

/** A draft as read. There is no analysis where the bytes were no text, or the draft says that it is off. */
export interface AnalysedDraft extends Decoded {
  readonly lines: Lines;
  readonly analysis: Analysis | undefined;
}

/** Throws a Failure, whose message names no file, where the bytes cannot be had. */
export async function readDraft(
  file: DraftFile,
  { library, conditionsFor }: DraftSituation,
): Promise<AnalysedDraft> {
  const decoded = decode(await bytesOf(file));
  const { text } = decoded;
  if (text === undefined) return { ...decoded, lines: new Lines(''), analysis: undefined };
  const { options, off, notices: wrong } = conditionsFor(text);
  const analysis = off
    ? undefined
    : analyze(text, library, { ...options, language: file.language });
  const notices = [...decoded.notices, ...wrong, ...(analysis?.draft.notices ?? [])];
  return {
    ...decoded,
    notices: [...notices, ...(analysis?.remarks ?? [])],
    lines: new Lines(text),
    analysis,
  };
}

async function bytesOf(file: DraftFile): Promise<Uint8Array> {
  try {
    return await file.read();
  } catch (error) {
    throw new Failure(`Cannot be read: ${reason(error)}.`, { cause: error });
  }
}
