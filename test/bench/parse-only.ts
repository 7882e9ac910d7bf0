/** A command line that parses the drafts it is given, or those in a folder, and does nothing else. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']);
const [named = ''] = process.argv.slice(2);
const files = statSync(named).isDirectory()
  ? readdirSync(named).map((file) => path.join(named, file))
  : [named];
let nodes = 0;
for (const file of files) nodes += parser.parse(readFileSync(file, 'utf8')).children.length;
process.stdout.write(`${nodes}\n`);
