// Small parts of the generated pages.

const VERIFIED = {
  read: 'read',
  secondary: 'read in part or at second hand',
  unverified: 'from memory, not verified',
};

export const NOTICE = '<!-- Generated from data/ by npm run generate. Edit the data instead. -->';

/** Plain words as markdown that shows them as they are. */
export function escape(text) {
  return text.replaceAll(/[\\`*_[\]<>|#~]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}

export function code(text) {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

export function link(title, url) {
  return url ? `[${escape(title)}](<${url}>)` : escape(title);
}

/** A source with its address and how far it was checked. */
export function source({ id, title, url, verified }) {
  const house = id === 'hedgerow-editors';
  return house ? escape(title) : `${link(title, url)} (${VERIFIED[verified]})`;
}

/** The source of a title, as terms and evidence hold them. */
export function sourceByTitle(library, title) {
  return [...library.sources.values()].find((one) => one.title === title);
}

/** Sections, each with an empty line before it, and a line ending at the end. */
export function page(...parts) {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

export function list(items) {
  return items.map((item) => `- ${item}`).join('\n');
}

export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A word with its first letter as a capital. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
