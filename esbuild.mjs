import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';

/** data/<pack>/**.yml as JSON, by pack: no meaning is added here. */
function library() {
  const files = (dir) =>
    readdirSync(dir)
      .sort()
      .flatMap((f) =>
        statSync(join(dir, f)).isDirectory() ? files(join(dir, f)) : [join(dir, f)],
      );
  const packs = readdirSync('data').filter((d) => existsSync(join('data', d, 'pack.yml')));
  return {
    packs: packs.map((id) => ({
      id,
      files: Object.fromEntries(
        files(join('data', id))
          .filter((f) => f.endsWith('.yml'))
          .map((f) => [
            relative(join('data', id), f).split(sep).join('/'),
            parse(readFileSync(f, 'utf8')),
          ]),
      ),
    })),
  };
}
mkdirSync('dist', { recursive: true });
writeFileSync('dist/library.json', JSON.stringify(library()));
const common = { bundle: true, sourcemap: true, logLevel: 'warning' };
if (existsSync('server/cli/main.ts'))
  await build({
    ...common,
    entryPoints: ['server/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    format: 'cjs',
  });
if (existsSync('server/lsp/node.ts'))
  await build({
    ...common,
    entryPoints: ['server/lsp/node.ts'],
    outfile: 'dist/server.js',
    platform: 'node',
    format: 'cjs',
  });
