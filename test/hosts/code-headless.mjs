#!/usr/bin/env node
// Stands in for the VS Code executable where there is no desktop: takes the command line that
// @vscode/test-electron gives it and runs the suite on VS Code's server.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const given = process.argv.slice(2);
const value = (name) =>
  given.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
const workspace = given.find((flag) => !flag.startsWith('-')) ?? '.';
const suite = path.join(import.meta.dirname, 'suite.mjs');
const flags = [
  '--extension',
  value('extensionDevelopmentPath'),
  '--tests',
  value('extensionTestsPath'),
  '--workspace',
  workspace,
];
if (given.includes('--restricted')) flags.push('--restricted');
const { status } = spawnSync(process.execPath, [suite, ...flags], { stdio: 'inherit' });
process.exit(status ?? 1);
