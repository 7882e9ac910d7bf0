/** What a draft's own front matter says of how it is checked: the key `hedgerow`, and `kind`. */

import { isMap, isScalar, type Node } from 'yaml';
import {
  draftKeys,
  draftKinds,
  readConfiguration,
  type Configuration,
  type Known,
} from './configuration.ts';
import { nesting, parseYaml } from './nodes.ts';

export interface DraftConfiguration extends Configuration {
  /** `hedgerow: off`: the draft is left unread. */
  readonly off?: boolean;
}

/** UTF-16 units; longer front matter is left unread by the core, too. */
const longest = 16_384;

const FENCED =
  /^(\uFEFF?---[ \t]*(?:\r\n|\r|\n))((?:[\s\S]*?(?:\r\n|\r|\n))?)---[ \t]*(?:[\r\n]|$)/;

/** The YAML between the fences, and where it begins. */
export function fenced(
  source: string,
): { readonly text: string; readonly start: number } | undefined {
  if (!/^\uFEFF?---/.test(source)) return undefined;
  const [, fence, text] = FENCED.exec(source.slice(0, longest)) ?? [];
  return fence === undefined || text === undefined ? undefined : { text, start: fence.length };
}

/** `undefined` where the front matter has nothing to say. Only what is ours is judged. */
export function readFrontMatter(source: string, known: Known): DraftConfiguration | undefined {
  const { text, start } = fenced(source) ?? { text: '', start: 0 };
  if (!/^(?:hedgerow|kind|["']hedgerow["'])[ \t]*:/m.test(text) || nesting(text) > 50)
    return undefined;
  const parsed = parseYaml(text, '', { offset: start, line: 1 });
  const found = entriesOf(parsed.contents);
  const own = found.get('hedgerow');
  const before = parsed.problems.length;
  const asked = own && (isOff(own.value) ? undefined : own.value);
  const read = readConfiguration(
    { ...parsed, contents: asked ?? null },
    draftKeys,
    '“hedgerow”',
    known,
  );
  const lines = new Map(read.lines);
  const kind = draftKinds.find((each) => each === scalarOf(found.get('kind')?.value));
  // Many tools have a `kind` of their own: one that is none of ours is theirs.
  const fallback = kind && read.options.kind === undefined ? { kind } : {};
  if ('kind' in fallback) lines.set('kind', parsed.lineOf(found.get('kind')?.key ?? null));
  return {
    ...read,
    options: { ...fallback, ...read.options },
    lines,
    problems: read.problems.slice(before),
    ...(own && isOff(own.value) && { off: true }),
  };
}

function entriesOf(contents: Node | null) {
  const found = new Map<string, { readonly key: Node; readonly value: Node | null }>();
  if (isMap<Node, Node | null>(contents))
    for (const { key, value } of contents.items)
      if (isScalar(key)) found.set(String(key.value), { key, value });
  return found;
}

const scalarOf = (node: Node | null | undefined): unknown =>
  isScalar(node) ? node.value : undefined;

const isOff = (node: Node | null): boolean =>
  [false, 'off', 'no'].some((off) => scalarOf(node) === off);
