/** What may stand at a place of a project's file, from its JSON Schema: keys, values, and what they mean. */

import type { SourceSpan } from '../core/index.ts';

/** As much of JSON Schema as the schemas of projects use. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** A key or a value that may stand at a place. */
export interface Choice {
  readonly text: string;
  readonly kind: 'key' | 'value';
  readonly description?: string;
}

/** A place, told by the lines above it, so that a text that is half typed has one, too. */
export interface YamlPlace {
  /** Keys from the top; `[]` for an item of a list. */
  readonly path: readonly string[];
  /** What is typed there: the key or the value that a completion replaces. */
  readonly span: SourceSpan;
  readonly at: 'key' | 'value';
  /** Keys that stand beside it. */
  readonly beside: readonly string[];
}

interface Line {
  /** Columns of the dashes that it begins with, and of what follows them. */
  readonly dashes: readonly number[];
  readonly column: number;
  readonly key?: string;
}

const LINE = /^([ \t]*(?:-[ \t]+)*)(?:["']?([\w.-]+(?: [\w.-]+)*)["']?[ \t]*:(?=[ \t]|$))?/;

function shapeOf(line: string): Line | undefined {
  if (/^\s*(?:#|$)/.test(line)) return undefined;
  const [, lead = '', key] = LINE.exec(line) ?? [];
  const dashes = Array.from(lead.matchAll(/-/g), ({ index }) => index);
  return { dashes, column: lead.length, ...(key !== undefined && { key }) };
}

/** Nothing in a comment. */
export function yamlPlaceAt(text: string, offset: number): YamlPlace | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lines = text.slice(0, start).split(/\r?\n/).slice(0, -1);
  const before = text.slice(start, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const [lead = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(before) ?? [];
  const own = /^(["']?)([\w.-]+(?: [\w.-]+)*)\1[ \t]*:(?:[ \t]+|$)/.exec(before.slice(lead.length));
  const isOnKey = own === null;
  const typed = /[^\s[\]{},"']*$/.exec(before)?.[0] ?? '';
  const more = /^[\w.-]*/.exec(rest)?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + more.length };
  const dashes = Array.from(lead.matchAll(/-/g), ({ index }) => index);
  const above = pathAbove(lines, { dashes, column: lead.length });
  if (isOnKey) {
    const beside = [
      ...siblings(lines.toReversed(), lead.length, dashes.length > 0),
      ...below(text, offset, lead.length),
    ];
    return { path: above, span, at: 'key', beside };
  }
  const inList = before.slice(before.lastIndexOf(':')).includes('[');
  const path = [...above, own[2] ?? '', ...(inList ? ['[]'] : [])];
  return { path, span, at: 'value', beside: [] };
}

/** The keys and lists that a line hangs under. */
function pathAbove(lines: readonly string[], from: Omit<Line, 'key'>): readonly string[] {
  const path: string[] = [];
  let { column } = from;
  const climb = (dashes: readonly number[]): void => {
    for (const dash of dashes.toReversed())
      if (dash < column) {
        path.unshift('[]');
        column = dash;
      }
  };
  climb(from.dashes);
  for (const text of lines.toReversed()) {
    const line = shapeOf(text);
    if (!line) continue;
    // An item may stand as far left as the key of its list.
    const isOver =
      line.column < column ||
      (line.column === column && path[0] === '[]' && line.dashes.length === 0);
    if (isOver && line.key !== undefined) {
      path.unshift(line.key);
      column = line.column;
    }
    climb(line.dashes);
    if (column === 0 && path[0] !== '[]') break;
  }
  return path;
}

/** The keys of the lines of one map, going away from a place. */
function siblings(lines: readonly string[], column: number, isFirst: boolean): readonly string[] {
  const found: string[] = [];
  if (isFirst) return found;
  for (const text of lines) {
    const line = shapeOf(text);
    if (!line || line.column > column) continue;
    if (line.column < column) break;
    if (line.key !== undefined) found.push(line.key);
    if (line.dashes.length > 0) break;
  }
  return found;
}

function below(text: string, offset: number, column: number): readonly string[] {
  const lines = text.slice(offset).split(/\r?\n/).slice(1);
  const end = lines.findIndex(
    (line) => (shapeOf(line)?.dashes.length ?? 0) > 0 && shapeOf(line)?.column === column,
  );
  return siblings(end < 0 ? lines : lines.slice(0, end), column, false);
}

/** The schema of what stands at a path; nothing where the schema knows of no such thing. */
export function schemaAt(root: Schema, path: readonly string[]): Schema | undefined {
  let at: Schema | undefined = root;
  for (const step of path) {
    const whole: Schema = resolved(root, at);
    const others: Schema | undefined =
      typeof whole.additionalProperties === 'object' ? whole.additionalProperties : undefined;
    at = step === '[]' ? whole.items : (whole.properties?.[step] ?? others);
    if (!at) return undefined;
  }
  return resolved(root, at);
}

function resolved(root: Schema, { $ref, ...own }: Schema): Schema {
  const name = $ref?.replace('#/definitions/', '');
  return name === undefined ? own : { ...root.definitions?.[name], ...own };
}

export function choicesAt(root: Schema, { path, at, beside }: YamlPlace): readonly Choice[] {
  const schema = schemaAt(root, path);
  if (!schema) return [];
  const keys = at === 'key' ? Object.entries(schema.properties ?? {}) : [];
  const values = [
    ...(schema.enum ?? []).filter((value) => value !== null),
    ...([schema.type].flat().includes('boolean') ? ['true', 'false'] : []),
  ];
  return [
    ...keys
      .filter(([key]) => !beside.includes(key))
      .map(([text, { description }]): Choice => ({
        text,
        kind: 'key',
        ...(description !== undefined && { description }),
      })),
    ...values.map((text): Choice => ({ text, kind: 'value' })),
  ];
}
