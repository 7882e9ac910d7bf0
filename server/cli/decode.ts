/** From the bytes of a file to the text that positions count in. */

import type { Notice } from '../core/index.ts';

export interface Decoded {
  /** A byte order mark is its first unit. Undefined where the bytes are no text. */
  readonly text: string | undefined;
  readonly notices: readonly Notice[];
}

/** A book of a thousand pages has two million characters; what is longer is no draft. */
const mostBytes = 32 * 1024 * 1024;

/** Where git looks for a NUL to tell a binary file. */
const bytesProbed = 8000;

export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > mostBytes)
    return unread(`This file is larger than ${mostBytes >> 20} MiB and was not read. Split it.`);
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.subarray(0, bytesProbed).includes(0))
    return unread('This is a binary file (it holds NUL bytes) and was not read. Save it as UTF-8.');
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes),
      notices: [],
    };
  } catch {
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
    const at = Math.max(0, text.indexOf('\uFFFD'));
    const message = `This file is not valid ${encoding.toUpperCase()}: bad bytes were read as “\uFFFD”, and positions count in the text so read. Save it as UTF-8.`;
    return { text, notices: [{ span: { start: at, end: at + 1 }, message }] };
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function unread(message: string): Decoded {
  return { text: undefined, notices: [{ span: { start: 0, end: 0 }, message }] };
}
