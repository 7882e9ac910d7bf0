// Which hosts of the editor tests are installed, and what to do about those that are not.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A script of a tier exits with this code where it finds no host, having said why. */
export const NO_HOST = 75;

/** The folder of a package that is installed beside this file. */
export function packageFolder(name) {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

export const chromiumPath = () => process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why the headless hosts cannot run here; undefined where they can. */
export function whyNoHeadlessHost() {
  const here = import.meta.dirname;
  if (process.platform !== 'linux') return 'The headless editor runs on Linux alone.';
  if (!existsSync(path.join(here, 'node_modules', '.hosts-installed')))
    return 'The headless editor is not installed. “npm run hosts” installs it.';
  if (!existsSync(chromiumPath()))
    return `There is no Chromium at ${chromiumPath()}. “apt-get install chromium” installs it; CHROMIUM names another.`;
  return undefined;
}

/** code-server's entry, a Node of the major version that it was built for, and its flags for development. */
export function findCodeServer() {
  const folder = packageFolder('code-server');
  const wanted = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).engines.node;
  const current = process.versions.node.split('.')[0] === wanted;
  return {
    entry: path.join(folder, 'out/node/entry.js'),
    node: current
      ? process.execPath
      : path.join(packageFolder(`node-linux-${process.arch}`), 'bin/node'),
    // Without this flag the workbench passes over the extension development options in its address.
    developmentFlags: ['--vscode-option', 'enable-smoke-test-driver'],
  };
}
