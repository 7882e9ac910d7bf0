/**
 * Measures the core in this process, in turn with the parser alone on the same text. Prints JSON:
 * milliseconds by name. Arguments: library.json, how much (`quick` or `all`), a text of READMEs.
 */

import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { analyze, loadLibrary, type RawLibrary } from '../../server/core/index.ts';
import { readDraft } from '../../server/core/markdown.ts';
import { draft, prose, random } from './corpora.ts';

const [libraryFile = '', extent = 'all', readmeFile = ''] = process.argv.slice(2);
const quick = extent === 'quick';
const { library } = loadLibrary(JSON.parse(readFileSync(libraryFile, 'utf8')) as RawLibrary);
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);

const samples: Record<string, number[]> = {};

function measure(name: string, run: () => unknown): void {
  const start = performance.now();
  run();
  (samples[name] ??= []).push(performance.now() - start);
}

/** Checks a whole text that was never read, and parses it, one after the other. */
function inTurn(name: string, text: string, rounds: number, warmUps: number): void {
  for (let round = -warmUps; round < rounds; round++) {
    measure(`${name}: parser`, () => parser.parse(text));
    measure(`${name}: draft`, () => readDraft(text, 'markdown'));
    measure(`${name}: check`, () => analyze(text, library));
    if (round >= 0) continue;
    for (const part of ['parser', 'draft', 'check']) samples[`${name}: ${part}`]?.pop();
  }
}

/** One letter at a time, somewhere in the text: nine of ten times where the last one was typed. */
function type(name: string, text: string, keys: number): void {
  const g = random(name.length);
  let now = text;
  let analysis = analyze(now, library);
  let caret = 0;
  for (let key = -20; key < keys; key++) {
    if (g.next() < 0.1 || key === -20) caret = now.indexOf(' ', g.below(now.length)) + 1;
    const letter = 'etaoin '.charAt(g.below(7));
    now = now.slice(0, caret) + letter + now.slice(caret);
    caret++;
    const start = performance.now();
    analysis = analyze(now, library, {}, analysis);
    if (key >= 0) (samples[name] ??= []).push(performance.now() - start);
  }
}

const long = draft(2, 10_000);
const seedStyle = prose(4, 10_000);
inTurn('2k', draft(1, 2000), quick ? 7 : 15, 8);
inTurn('10k', long, quick ? 5 : 9, 3);
inTurn('seed style', seedStyle, quick ? 3 : 9, 2);
inTurn('100k', draft(3, 100_000), quick ? 1 : 3, 1);
type('key, 10k', long, quick ? 200 : 500);
type('key, seed style', seedStyle, quick ? 200 : 500);
type('key, 100k', draft(3, 100_000), quick ? 40 : 200);
if (readmeFile) {
  const readmes = readFileSync(readmeFile, 'utf8');
  inTurn('readmes', readmes, quick ? 3 : 9, 2);
  type('key, readmes', readmes, quick ? 200 : 500);
}
process.stdout.write(JSON.stringify(samples));
