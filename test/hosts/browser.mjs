// Debian's Chromium, headless, with a fresh profile, and no network but this machine.
import { chromium } from 'playwright-core';
import { chromiumPath } from './find.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function startBrowser({ viewport = { width: 1280, height: 800 } } = {}) {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const context = await browser.newContext({ viewport });
  return { browser, page: await context.newPage() };
}
