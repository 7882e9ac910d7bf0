/**
 * Text as markdown that shows that text and nothing else: no markup, no HTML, no link.
 * It is meant for the inside of a paragraph: white space, line breaks too, becomes one space.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>&~@|]/g, '\\$&')
      // What editors make a link of without being asked: addresses of the web.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(?<=www)\./gi, '\\.')
      // What begins a heading, a list or an underline at the start of a paragraph.
      .replace(/^[-+=#]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}
