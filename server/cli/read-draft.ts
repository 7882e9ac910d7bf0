/** One draft, from its bytes to its analysis. */

import { analyze, Lines, type Analysis, type Library, type Options } from '../core/index.ts';
import { decode, type Decoded } from './decode.ts';
import type { DraftFile } from './drafts.ts';
import { Failure, reason } from './errors.ts';

/** A draft as read. There is no analysis where the bytes were no text. */
export interface AnalysedDraft extends Decoded {
  readonly lines: Lines;
  readonly analysis: Analysis | undefined;
}

/** Throws a Failure, whose message names no file, where the bytes cannot be had. */
export async function readDraft(
  file: DraftFile,
  library: Library,
  options: Options,
): Promise<AnalysedDraft> {
  const decoded = decode(await bytesOf(file));
  const { text } = decoded;
  if (text === undefined) return { ...decoded, lines: new Lines(''), analysis: undefined };
  const analysis = analyze(text, library, { ...options, language: file.language });
  return { ...decoded, lines: new Lines(text), analysis };
}

async function bytesOf(file: DraftFile): Promise<Uint8Array> {
  try {
    return await file.read();
  } catch (error) {
    throw new Failure(`Cannot be read: ${reason(error)}.`, { cause: error });
  }
}
