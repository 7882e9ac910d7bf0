/** Running the bundled command line as a process, in folders made for one test. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';

export const program = path.resolve('dist/cli.js');

/** A draft in which something is wrong, whatever else the rules come to say. */
export const claim = 'Stem cell therapy cures osteoarthritis.\n';
export const harmless = 'The clinic opens at nine.\n';

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
  readonly start: Position;
  readonly end: Position;
  readonly related?: readonly { readonly message: string; readonly start: Position }[];
  readonly fixes: readonly {
    readonly edits: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  }[];
}

export interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly notices: readonly { readonly message: string; readonly start: Position }[];
    readonly findings: readonly ReportedFinding[];
  }[];
  readonly problems: readonly {
    readonly file: string;
    readonly line?: number;
    readonly message: string;
  }[];
}

interface Surroundings {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
}

/** Runs a command to its end. No run may show a stack trace, and every complaint has our name. */
export function hedgerow(args: readonly string[], around: Surroundings = {}): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [around.program ?? program, ...args],
    {
      cwd: around.cwd,
      input: around.input ?? '',
      env: { ...process.env, ...around.env },
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  assert.doesNotMatch(stderr, /^\s+at /m);
  for (const line of stderr.split('\n').filter(Boolean)) assert.match(line, /^hedgerow: /);
  return { code: status, out: stdout, err: stderr };
}

const validate = new Ajv({ allErrors: true }).compile<JsonReport>(
  JSON.parse(readFileSync('data/schema/report.schema.json', 'utf8')) as object,
);

/** Checks with `--format json`; what is printed must be what the schema says. */
export function checkJson(
  args: readonly string[],
  around: Surroundings = {},
): Run & { readonly report: JsonReport } {
  const run = hedgerow(['check', '--format', 'json', ...args], around);
  return { ...run, report: parseReport(run.out) };
}

export function parseReport(text: string): JsonReport {
  const report: unknown = JSON.parse(text);
  assert.ok(validate(report), JSON.stringify(validate.errors));
  return report;
}

const made: string[] = [];

/** A new folder with these files in it, outside of any repository. `removeFolders` takes it away. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'hedgerow-cli-')));
  made.push(root);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

export function removeFolders(): void {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
}
