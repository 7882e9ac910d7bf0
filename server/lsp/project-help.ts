/** Completion and hovers in the files of a project, for editors that make none of their schemas. */

import {
  CompletionItemKind,
  MarkupKind,
  type CompletionItem,
  type CompletionParams,
  type Hover,
  type HoverParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines, type Library } from '../core/index.ts';
import { acceptedName } from '../project/accepted.ts';
import { nameOf } from '../project/places.ts';
import {
  choicesAt,
  schemaAt,
  yamlPlaceAt,
  type Choice,
  type Schema,
} from '../project/schema-help.ts';
import { offsetOf, rangeOf } from './convert.ts';
import type { Host } from './server.ts';

export interface ProjectHelp {
  readonly completions: (params: CompletionParams) => Promise<CompletionItem[]>;
  readonly hover: (params: HoverParams) => Promise<Hover | null>;
}

interface Means {
  readonly documents: TextDocuments<TextDocument>;
  readonly libraryOf: (uri: string) => Promise<Library | undefined>;
  /** The schema of each file; left out where the editor completes the files by itself. */
  readonly readSchema: Host['readSchema'] | undefined;
}

export function projectHelp({ documents, libraryOf, readSchema }: Means): ProjectHelp {
  const known = new Map<string, Promise<Schema | undefined>>();
  const schemaOf = (uri: string): Promise<Schema | undefined> => {
    const name = nameOf(uri) === acceptedName ? 'accepted' : 'project';
    const schema = known.get(name) ?? Promise.resolve(readSchema?.(name));
    known.set(name, schema);
    return schema;
  };
  const placeIn = async ({ textDocument: { uri }, position }: HoverParams) => {
    const text = documents.get(uri)?.getText();
    const schema = await schemaOf(uri);
    if (!schema || text === undefined) return undefined;
    const lines = new Lines(text);
    const place = yamlPlaceAt(text, offsetOf(position, text, lines));
    return place && { text, lines, place, schema };
  };
  return {
    completions: async (params) => {
      const found = await placeIn(params);
      if (!found) return [];
      const { place, schema, lines } = found;
      const library = await libraryOf(params.textDocument.uri);
      const choices = [...choicesAt(schema, place), ...(library ? named(place.path, library) : [])];
      const range = rangeOf(place.span, lines);
      return choices.map(({ text, kind, description }, index) => ({
        label: text,
        kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
        ...(description !== undefined && { documentation: description }),
        sortText: String(index).padStart(4, '0'),
        textEdit: { range, newText: kind === 'key' ? `${text}: ` : text },
      }));
    },
    hover: async (params) => {
      const found = await placeIn(params);
      if (!found) return null;
      const { place, schema, lines, text } = found;
      const word = text.slice(place.span.start, place.span.end);
      const path = place.at === 'key' ? [...place.path, word] : place.path;
      const value = word === '' ? undefined : schemaAt(schema, path)?.description;
      if (value === undefined) return null;
      const range = rangeOf(place.span, lines);
      return { contents: { kind: MarkupKind.PlainText, value }, range };
    },
  };
}

/** What only the library can say: ids of rules and of terms. */
function named(path: readonly string[], { rules, terms }: Library): readonly Choice[] {
  const [list, , key] = path;
  if (list === 'accepted' && key === 'rule')
    return [...rules.values()].map(({ id, title }) => ({
      text: id,
      kind: 'value',
      description: title,
    }));
  const kinds = list === 'evidence' && path.at(-1) === '[]' ? ROWS.get(key ?? '') : undefined;
  return [...terms.values()]
    .filter(({ kind }) => kinds?.includes(kind))
    .map(({ id, definition }) => ({ text: id, kind: 'value', description: definition }));
}

/** What the terms of a row of evidence are. */
const ROWS: ReadonlyMap<string, readonly string[]> = new Map([
  ['interventions', ['product', 'procedure']],
  ['conditions', ['condition']],
  ['outcomes', ['outcome', 'mechanism', 'condition']],
]);
