// Starts VS Code's server on a free port of this machine with a fresh profile, and stops it.
// Everything that it writes lies under one temporary folder.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Makes a run quiet, and the same every time. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.colorTheme': 'Default Light Modern',
  'window.autoDetectColorScheme': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'telemetry.feedback.enabled': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'remote.autoForwardPorts': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'editor.cursorBlinking': 'solid',
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.wordBasedSuggestions': 'off',
  'files.hotExit': 'off',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
};

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1));

/** A temporary home: user data, settings, extensions, and a workspace (a copy, or `inPlace` the folder itself). */
export function makeHome({ workspace, inPlace = false, settings = {} } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vsc-')); // Short: a socket's path holds 107 bytes.
  const at = (...parts) => path.join(folder, ...parts);
  mkdirSync(at('data', 'User'), { recursive: true });
  mkdirSync(at('ext'));
  changeSettings({ folder }, settings);
  writeFileSync(at('config.yaml'), '{}\n');
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  if (workspace && inPlace) return { folder, workspace: path.resolve(workspace), remove };
  if (workspace) cpSync(workspace, at('workspace'), { recursive: true });
  else mkdirSync(at('workspace'));
  return { folder, workspace: at('workspace'), remove };
}

/** Writes the user's settings anew; a server that runs takes note of it. */
export function changeSettings({ folder }, settings) {
  const all = { ...QUIET_SETTINGS, ...settings };
  writeFileSync(path.join(folder, 'data/User/settings.json'), JSON.stringify(all, null, 2));
}

function serverArguments(home, more) {
  const at = (name) => path.join(home.folder, name);
  const folders = ['--user-data-dir', at('data'), '--extensions-dir', at('ext')];
  return ['--config', at('config.yaml'), ...folders, ...more];
}

function environment({ folder }) {
  const foreign = /^(VSCODE_|CODE_SERVER_|CS_|ELECTRON_|PORT$|PASSWORD$|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const places = [
    'HOME',
    'TMPDIR',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_CACHE_HOME',
    'XDG_RUNTIME_DIR',
  ];
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(places.map((name) => [name, folder])),
    EXTENSIONS_GALLERY: '{}', // No marketplace: nothing to look up on the network.
    CODE_SERVER_IDLE_TIMEOUT_SECONDS: '90', // Should this process be killed outright, the server ends by itself.
  };
}

/** A command that ends by itself, such as `--install-extension x.vsix`. */
export function serverCommand(home, host, ...args) {
  return new Promise((resolve) => {
    const child = spawn(host.node, [host.entry, ...serverArguments(home, args)], {
      env: environment(home),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (output += data));
    child.on('close', (code) => resolve({ code, output }));
  });
}

export async function startServer(home, host, { flags = [], restricted = false } = {}) {
  const quiet = [
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
  ];
  const local = [
    '--auth',
    'none',
    '--bind-addr',
    '127.0.0.1:0',
    '--disable-proxy',
    '--ignore-last-opened',
  ];
  const trust = restricted ? [] : ['--disable-workspace-trust'];
  const child = spawn(
    host.node,
    [host.entry, ...serverArguments(home, [...local, ...quiet, ...trust, ...flags])],
    { env: environment(home), detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const signal = (name) => {
    try {
      process.kill(-child.pid, name); // The whole group: server, extension host, language servers.
    } catch {
      // It is gone already.
    }
  };
  process.once('exit', () => signal('SIGKILL'));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    signal('SIGTERM');
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 3000))]);
    signal('SIGKILL');
  };
  try {
    return { authority: await listening(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that a server says it listens on. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => reject(new Error(`code-server ${why}:\n${output}`));
    const timer = setTimeout(() => fail('did not start within a minute'), 60_000);
    child.on('exit', (code) => fail(`ended with ${code}`));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
        const found = /server listening on http:\/\/(127\.0\.0\.1:\d+)/.exec(output);
        if (!found) return;
        clearTimeout(timer);
        resolve(found[1]);
      });
  });
}

/** The workbench's address for a folder, or a file that names several; `payload` holds the extension development options. */
export function workbenchUrl(authority, workspace, payload = {}) {
  const url = new URL(`http://${authority}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  const entries = Object.entries(payload);
  if (entries.length > 0) url.searchParams.set('payload', JSON.stringify(entries));
  return url.href;
}

/** Copies what the server, the window and the extension host logged. */
export function copyLogs(home, to) {
  const from = path.join(home.folder, 'data', 'logs');
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}
