// Writes l10n/bundle.l10n.json: every sentence that client and server hand to `l10n.t`.
//   node l10n/export.mjs [--check]
// --check writes nothing; it says whether the bundle is stale and exits with 1 if so.
// A translation is a copy named bundle.l10n.<language>.json with the values translated.
import { getL10nJson } from '@vscode/l10n-dev';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BUNDLE = 'l10n/bundle.l10n.json';

const files = ['client', 'server']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((f) => path.join(folder, f)))
  .filter((file) => file.endsWith('.ts'))
  .sort();
const sentences = await getL10nJson(
  files.map((file) => ({ extension: '.ts', contents: asTheExtractorKnowsIt(file) })),
);
const sorted = Object.entries(sentences).sort(([a], [b]) => (a < b ? -1 : 1));
const text = `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`;

if (process.argv.includes('--check')) {
  if (!existsSync(BUNDLE) || readFileSync(BUNDLE, 'utf8') !== text) {
    console.error(`${BUNDLE} is stale. Run: npm run l10n`);
    process.exitCode = 1;
  }
} else writeFileSync(BUNDLE, text);

/** It looks for `l10n.t` of VS Code's own modules; ours has the same form. */
function asTheExtractorKnowsIt(file) {
  return readFileSync(file, 'utf8').replace(/'[./]+(project\/)?l10n\.ts'/, "'@vscode/l10n'");
}
