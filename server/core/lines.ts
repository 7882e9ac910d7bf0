/** Offsets <-> lines and columns of one text. Lines end with LF, CRLF or a lone CR, as in LSP. */
export class Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
    this.#starts = starts;
    this.#length = text.length;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Line and column, both from 0, columns in UTF-16 units. An offset outside the text is clamped. */
  at(offset: number): { line: number; column: number } {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: at - (this.#starts[low] ?? 0) };
  }

  /** Where a line (from 0) begins; the end of the text for a line beyond it. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }
}
