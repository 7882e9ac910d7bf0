// What the writer does on the walk, and what must be seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  chooseFromMenu,
  chooseTheme,
  clickIntoText,
  command,
  hoverOver,
  leaveHover,
  openFile,
  openQuickFixes,
  rows,
  squiggles,
  warnings,
  words,
} from './workbench.mjs';

const CLAIM = 'Stem cell therapy cures osteoarthritis.';
const EXAMPLE = 'stem-cell-therapy-for-chronic-pain.md';

/** The walkthrough, the claims view and the settings. */
const tour = {
  'the workbench opens with the extension installed, and says nothing of it': async ({ page }) => {
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'draft.md' }).waitFor();
    assert.equal(await page.locator('.notification-toast').count(), 0);
  },

  'the claims view is empty, and teaches': async ({ page, shot }) => {
    await page.locator('.activitybar .action-label[aria-label^="Hedgerow"]').click();
    await page.locator('.welcome-view', { hasText: 'every claim that it makes' }).waitFor();
    await shot('empty-claims-view');
  },

  'it leads to the walkthrough of four steps': async ({ page, shot }) => {
    await page.locator('.welcome-view a', { hasText: 'walkthrough' }).click();
    await page.locator('.getting-started-step', { hasText: 'Open a draft' }).waitFor();
    assert.equal(await page.locator('.getting-started-step').count(), 4);
    await page.keyboard.press('Control+B');
    await shot('walkthrough');
    for (const step of ['Reword a claim', 'Leave one as it is', 'See every claim']) {
      await page.locator('.getting-started-step', { hasText: step }).click();
      await page.locator('.getting-started-step.expanded', { hasText: step }).waitFor();
    }
    await shot('walkthrough-last-step');
  },

  'which opens a sample draft that is in no file': async ({ page, shot }) => {
    await page.locator('.getting-started-step', { hasText: 'Open a draft' }).click();
    await page.locator('.monaco-button', { hasText: 'Open a Sample Draft' }).click();
    await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
    await squiggles(page).first().waitFor({ state: 'attached' });
    await shot('sample');
  },

  'the claims view shows its claims by section': async ({ page, shot }) => {
    await command(page, 'Hedgerow: Focus on Claims View');
    await rows(page, 'What it does').waitFor();
    const label = await rows(page, 'cures').getAttribute('aria-label');
    assert.match(label, /^Error: cures osteoarthritis of the knee, bare · cure-claim, line 8/);
    await shot('claims-view');
  },

  'a claim is reworded from there': async ({ page, shot }) => {
    await rows(page, 'cures').hover();
    await rows(page, 'cures').locator('.action-label').first().click();
    await page.locator('.quick-input-list .monaco-list-row').nth(1).waitFor();
    await shot('reword-from-the-view');
    await page.keyboard.press('Enter');
    await rows(page, 'cures').waitFor({ state: 'detached' });
    assert.doesNotMatch(await words(page), /therapy cures/);
  },

  'another is suppressed from there, with a reason': async ({ page, shot }) => {
    await rows(page, 'works for everyone').hover();
    await rows(page, 'works for everyone').locator('.action-label').nth(1).click();
    await page.locator('.quick-input-widget', { hasText: 'Suppress Here' }).waitFor();
    await page.keyboard.type('the words of the advertisement');
    await shot('reason');
    await page.keyboard.press('Enter');
    await rows(page, 'the words of the advertisement').waitFor();
    const label = await rows(page, 'works for everyone').getAttribute('aria-label');
    assert.match(label, /^Suppressed: /);
  },

  'the status item counts the claims, and is no tick': async ({ page, shot }) => {
    await page.locator('[id="status.languageStatus"]').click();
    await page.locator('.hover-language-status', { hasText: /claims? to reword/ }).waitFor();
    await shot('status-item');
    await page.keyboard.press('Escape');
  },

  'it reads well in high contrast': async ({ page, shot }) => {
    await chooseTheme(page, 'Dark High Contrast');
    await page.locator('.monaco-workbench.hc-black').waitFor();
    await shot('claims-view-high-contrast');
    await chooseTheme(page, 'Light Modern');
    await page.locator('.monaco-workbench.vs').waitFor();
  },

  'the settings stand in groups': async ({ page, shot }) => {
    await command(page, 'Hedgerow: Open Settings');
    await page.locator('.settings-editor .setting-item-label', { hasText: 'Enable' }).waitFor();
    await shot('settings');
    await page.keyboard.press('Control+W');
  },
};

/** A draft is written. */
const writing = {
  'a claim that is typed is underlined': async ({ page, shot }) => {
    await openFile(page, 'draft.md');
    await clickIntoText(page);
    await page.keyboard.type('# Knees', { delay: 15 });
    // Where suggestions pop up by themselves, Enter would take one.
    await page.keyboard.press('Escape');
    await page.keyboard.type(`\n\n${CLAIM}`, { delay: 15 });
    await squiggles(page).first().waitFor({ state: 'attached' });
    await shot('underlined');
  },

  'a hover says what is wrong with it': async ({ page, shot }) => {
    const hover = await hoverOver(page, 'cures');
    await hover.filter({ hasText: 'cure-claim' }).first().waitFor();
    await shot('finding');
  },

  'the name of the rule in it leads to its page': async ({ page, shot }) => {
    await page.locator('.monaco-hover a.code-link', { hasText: 'cure-claim' }).click();
    await page.locator('.tab.active', { hasText: 'cure-claim.md' }).waitFor();
    const content = page.frameLocator('iframe.webview.ready').frameLocator('iframe');
    await content.locator('h1', { hasText: 'Claims of a cure' }).waitFor();
    await shot('rule-page');
    await page.keyboard.press('Control+W');
  },

  'a hover on a condition defines it': async ({ page, shot }) => {
    const hover = await hoverOver(page, 'osteoarthritis');
    await hover.filter({ hasText: /joint/i }).first().waitFor();
    await shot('definition');
    await leaveHover(page);
  },

  'the claim stands in the list of problems': async ({ page, shot }) => {
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: 'cure-claim' }).first().waitFor();
    await shot('problems');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  },

  'Ctrl+. and Enter reword it': async ({ page, shot }) => {
    await openQuickFixes(page, 'cures');
    await shot('quick-fix-menu');
    await page.keyboard.press('Enter');
    await squiggles(page).first().waitFor({ state: 'detached' });
    assert.doesNotMatch(await words(page), /therapy cures/);
    await shot('reworded');
  },

  'the file that is saved holds the rewording': async ({ page, workspace }) => {
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    const text = readFileSync(path.join(workspace, 'draft.md'), 'utf8');
    assert.match(text, /^# Knees\n\nStem cell therapy .+ osteoarthritis\.\n?$/);
    assert.doesNotMatch(text, /therapy cures/);
  },

  'undo brings the claim and its underline back': async ({ page }) => {
    await clickIntoText(page);
    await page.keyboard.press('Control+Z');
    await squiggles(page).first().waitFor({ state: 'attached' });
    assert.match(await words(page), /therapy cures/);
  },
};

/** A claim is left as it is. */
const deciding = {
  'a claim is suppressed with a reason, by keyboard alone': async ({ page, shot }) => {
    await openQuickFixes(page, 'cures');
    const entries = page.locator('.action-widget .monaco-list-row.action');
    const titles = await entries.allInnerTexts();
    const at = titles.findIndex((title) => /^Suppress/.test(title.trim()));
    assert.ok(at > 0, titles.join());
    for (let step = 0; step < at; step++) await page.keyboard.press('ArrowDown');
    await shot('decisions');
    await page.keyboard.press('Enter');
    await squiggles(page).first().waitFor({ state: 'detached' });
    await page.keyboard.type('quoted from the leaflet of the clinic');
    const comment = /cure-claim\s--\squoted\sfrom\sthe\sleaflet\sof\sthe\sclinic\s-->/;
    await page.locator('.view-line', { hasText: comment }).waitFor();
    await shot('suppressed');
  },

  'the claims view tells of it, and why': async ({ page, shot }) => {
    await command(page, 'Hedgerow: Focus on Claims View');
    await rows(page, 'quoted from the leaflet of the clinic').waitFor();
    const label = await rows(page, 'cures').getAttribute('aria-label');
    assert.match(label, /^Suppressed: cures osteoarthritis/);
    await shot('suppressed-in-the-view');
  },

  'the workspace is checked': async ({ page, shot }) => {
    await command(page, 'Hedgerow: Check the Workspace');
    await rows(page, EXAMPLE).waitFor();
    await shot('workspace-check');
  },
};

/** A draft is edited that others have written. */
const editing = {
  'the example draft opens with its findings': async ({ page, shot }) => {
    await openFile(page, EXAMPLE);
    await warnings(page).first().waitFor({ state: 'attached' });
    await shot('example');
  },

  'all of its rewordings are shown before any is made': async ({ page, shot }) => {
    await command(page, 'Hedgerow: Review All Rewordings');
    const changes = page.locator('.bulk-edit-panel .monaco-list-row');
    await changes.nth(2).waitFor();
    assert.equal(await changes.locator('.edit-checkbox:checked').count(), 0);
    await changes.nth(1).locator('.edit-checkbox').click();
    await shot('review-all');
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await page.locator('.tab.active.dirty', { hasText: EXAMPLE }).waitFor();
    await shot('one-of-all-made');
  },
};

/** A claim is accepted, by whom, why and for how long. */
const accepting = {
  'a claim is accepted from the view, in three steps': async ({ page, shot, workspace }) => {
    await command(page, 'Hedgerow: Focus on Claims View');
    await rows(page, 'rebuild damaged cartilage').click({ button: 'right' });
    await chooseFromMenu(page, 'Accept the Claim');
    const asked = (title) => page.locator('.quick-input-widget', { hasText: title }).waitFor();
    await asked('Accept Claim (1 of 3)');
    await page.keyboard.type('agreed with the author');
    await page.keyboard.press('Enter');
    await asked('Accept Claim (2 of 3)');
    await page.keyboard.type('A. Editor');
    await page.keyboard.press('Enter');
    await asked('Accept Claim (3 of 3)');
    await shot('accept');
    await page.keyboard.press('Enter');
    await rows(page, 'agreed with the author').waitFor();
    const text = readFileSync(path.join(workspace, '.hedgerow-accepted.yml'), 'utf8');
    assert.match(text, /reason: agreed with the author\n\s+by: A\. Editor\n/);
    await shot('accepted');
  },
};

export const steps = { ...tour, ...writing, ...deciding, ...editing, ...accepting };
