/** The definition of a term, on hover. */

import { MarkupKind, type Connection, type Hover } from 'vscode-languageserver';
import { definitionAt, escapeMarkdown, type Definition, type Source } from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import { calmly } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { ReadDraft } from './documents.ts';

/** How far a source was checked, in words for the writer. */
const VERIFIED: Readonly<Record<Source['verified'], () => string>> = {
  read: () => l10n.t('read at the source'),
  secondary: () => l10n.t('known at second hand'),
  unverified: () => l10n.t('not verified'),
};

type Sources = ReadonlyMap<string, Source>;

export function provideHover(
  connection: Connection,
  client: ClientFeatures,
  read: ReadDraft,
): void {
  const show = client.showsMarkdown ? markdownOf : plainTextOf;
  const kind = client.showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  connection.onHover(
    calmly(connection, 'textDocument/hover', null, async (params, token): Promise<Hover | null> => {
      const snapshot = await read(params.textDocument.uri, token);
      if (!snapshot) return null;
      const { analysis, lines } = snapshot;
      const offset = offsetOf(params.position, analysis.draft.source, lines);
      const definition = definitionAt(analysis, offset);
      if (!definition) return null;
      const value = show(definition, analysis.library.sources);
      return { contents: { kind, value }, range: rangeOf(definition.span, lines) };
    }),
  );
}

/** How the parts of a definition are written in one format. */
interface Style {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly link: (title: string, url: string) => string;
}

export function markdownOf(definition: Definition, sources: Sources): string {
  return write(definition, sources, {
    text: escapeMarkdown,
    strong: (text) => `**${escapeMarkdown(text)}**`,
    link: (title, url) => `[${escapeMarkdown(title)}](<${url}>)`,
  });
}

export function plainTextOf(definition: Definition, sources: Sources): string {
  return write(definition, sources, {
    text: (text) => text,
    strong: (text) => text,
    link: (title, url) => `${title}, ${url}`,
  });
}

function write({ term }: Definition, sources: Sources, style: Style): string {
  const [name = term.id, ...others] = [...term.forms, ...term.abbreviations];
  const cited = term.sources.map((each) => citation(each, sources, style));
  return [
    `${style.strong(name)} (${term.kind})`,
    style.text(term.definition),
    others.length > 0 && l10n.t('Also known as: {0}', others.map(style.text).join(', ')),
    term.note && style.text(term.note),
    cited.length === 1 && l10n.t('Source: {0}', cited.join('; ')),
    cited.length > 1 && l10n.t('Sources: {0}', cited.join('; ')),
  ]
    .filter((part) => typeof part === 'string')
    .join('\n\n');
}

/** `cited` is the id or the title of a source of the library; another title is shown as it is. */
function citation(cited: string, sources: Sources, style: Style): string {
  const source = sources.get(cited) ?? [...sources.values()].find(({ title }) => title === cited);
  if (!source) return style.text(cited);
  const url = httpsOnly(source.url);
  const title = url ? style.link(source.title, url) : style.text(source.title);
  return `${title} (${VERIFIED[source.verified]()})`;
}

/** The address as a browser writes it, which leaves nothing that could end a link. */
function httpsOnly(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' ? href : undefined;
}
