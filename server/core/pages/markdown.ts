/** Small parts of pages and hovers. Whatever comes from data is escaped, and links are https. */

import type { Source } from '../model.ts';
import type { Library } from '../packs.ts';
import { escapeMarkdown } from './escape.ts';

/** How far a source was checked, in words for the writer. */
export const VERIFIED: Readonly<Record<Source['verified'], string>> = {
  read: 'read at the source',
  secondary: 'read in part or at second hand',
  unverified: 'from memory, not verified',
};

/** The house has no address and nothing to verify. */
const HOUSE = 'hedgerow-editors';

export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** The address, with nothing in it that could end a link; `undefined` for what is not https. */
export function httpsOnly(url: string | undefined): string | undefined {
  if (url === undefined || !/^https:\/\/./i.test(url)) return undefined;
  return url.replace(/[\s<>"\\^`{|}]/g, (unit) => encodeURIComponent(unit));
}

function link(title: string, url: string | undefined): string {
  const safe = httpsOnly(url);
  return safe === undefined ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](<${safe}>)`;
}

/** A source with its address and how far it was checked. */
export function sourceLine({ id, title, url, verified }: Source): string {
  return id === HOUSE ? escapeMarkdown(title) : `${link(title, url)} (${VERIFIED[verified]})`;
}

/** The same of a title, as terms and evidence hold them; a title that no source has stays alone. */
export function citedLine(title: string, library: Library): string {
  const source = [...library.sources.values()].find((one) => one.title === title);
  return source ? sourceLine(source) : escapeMarkdown(title);
}

/** Sections, each with an empty line before it, and a line ending at the end. */
export function page(...parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n')}\n`;
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A word with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
