import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DiagnosticSeverity } from 'vscode-languageserver/node';
import { CLAIM } from './client.ts';
import { DRAFT, projectFolder } from './project-folder.ts';

const HYPE = 'Stem cells are a miracle for bad knees.';
const MANY = `# Stem cells\n\n${CLAIM}\n\n> “${CLAIM}”\n\n${HYPE}\n\nStem cells can repair torn tendons.\n`;
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface Report {
  readonly files: readonly {
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly start: { readonly line: number; readonly column: number };
    }[];
  }[];
}

describe('editor and command line', () => {
  const { uriOf, write, start } = projectFolder();

  const rows: readonly (readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    draft: string,
  ])[] = [
    ['without a configuration', {}, MANY],
    [
      'with a configuration above',
      { '.hedgerow.yml': 'kind: scientific\nseverity: {hype-words: hint}\nquotedText: off\n' },
      MANY,
    ],
    [
      'with two configurations',
      {
        '.hedgerow.yml': 'severity: {cure-claim: off}',
        'pages/.hedgerow.json': '{"kind": "press"}',
      },
      MANY,
    ],
    ['with one that is wrong in part', { '.hedgerow.yml': 'kind: poem\nallowed: [miracle]' }, MANY],
    ['with one that is broken', { '.hedgerow.yml': 'kind: "press' }, MANY],
    ['with ignored drafts', { '.hedgerow.yml': 'ignore: [pages/]' }, MANY],
    ['with packs', { '.hedgerow.yml': 'packs: [general]' }, MANY],
    [
      'with front matter',
      { '.hedgerow.yml': 'kind: press' },
      `---\ntitle: Knees\nkind: patient\nhedgerow:\n  severity: {cure-claim: warning}\n---\n\n${MANY}`,
    ],
    ['with front matter that turns it off', {}, `---\nhedgerow: off\n---\n\n${MANY}`],
    [
      'with suppressions',
      { '.hedgerow.yml': 'requireReason: true' },
      `<!-- hedgerow-disable-next-line cure-claim -- why -->\n${CLAIM}\n\n${HYPE} <!-- hedgerow-disable-line -->\n`,
    ],
    [
      'with accepted claims and approved statements',
      {
        '.hedgerow.yml': `approvedStatements: [{ text: "${HYPE}", reference: r }]`,
        '.hedgerow-accepted.yml': `accepted:\n  - { draft: ${DRAFT}, rule: cure-claim, claim: ${CLAIM} }\n`,
      },
      MANY,
    ],
  ];
  for (const [name, files, draft] of rows)
    it(`find the same ${name}`, async () => {
      for (const [file, text] of Object.entries({ ...files, [DRAFT]: draft })) write(file, text);
      const args = [path.resolve('dist/cli.js'), 'check', '--format', 'json', DRAFT];
      const cwd = fileURLToPath(uriOf('.'));
      const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
      const checked = (JSON.parse(stdout) as Report).files.flatMap(({ findings }) =>
        findings.map(
          ({ rule, severity, start: { line, column } }) => `${line}:${column} ${severity} ${rule}`,
        ),
      );
      const client = await start();
      await client.open(draft, uriOf(DRAFT));
      const shown = (await client.published(uriOf(DRAFT)))
        .filter(({ codeDescription }) => codeDescription)
        .map(({ range, severity, code }) => {
          const { line, character } = range.start;
          const level: DiagnosticSeverity = severity ?? 1;
          return `${line + 1}:${character + 1} ${SEVERITIES[level] ?? ''} ${String(code)}`;
        });
      assert.deepEqual(shown, checked);
    });
});
