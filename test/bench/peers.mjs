// What others take for one key in a text of 10,000 words: none of them checks less than all of it.
import { readFileSync } from 'node:fs';

const [name, file, rounds] = process.argv.slice(2);

const peers = {
  async 'harper.js'() {
    const [{ LocalLinter }, { binary }] = await Promise.all([
      import('harper.js'),
      import('harper.js/binary'),
    ]);
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async (text) => {
      for (const lint of await linter.lint(text)) lint.free?.();
    };
  },
  async 'cspell-lib'() {
    const { DocumentValidator, createTextDocument, getDefaultSettings, mergeSettings } =
      await import('cspell-lib');
    const settings = mergeSettings(await getDefaultSettings(), { language: 'en' });
    return async (text) => {
      const document = createTextDocument({
        uri: 'file:///bench/draft.md',
        content: text,
        languageId: 'markdown',
      });
      const validator = new DocumentValidator(document, { noConfigSearch: true }, settings);
      await validator.prepare();
      validator.checkDocument();
    };
  },
  async alex() {
    const { markdown } = await import('alex');
    return async (text) => markdown(text);
  },
};

const check = await peers[name]();
let text = readFileSync(file, 'utf8');
const times = [];
for (let round = -2; round < Number(rounds); round++) {
  const at = text.indexOf(' ', 1000 + 997 * (round + 2)) - 1;
  text = `${text.slice(0, at)}e${text.slice(at)}`;
  const began = performance.now();
  await check(text);
  if (round >= 0) times.push(performance.now() - began);
}
process.stdout.write(JSON.stringify(times));
process.exit(0);
