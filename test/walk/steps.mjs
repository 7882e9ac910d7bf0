// What the writer does on the walk, and what must be seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const CLAIM = 'Stem cell therapy cures osteoarthritis.';

const squiggles = (page) => page.locator('.view-overlays .cdr.squiggly-error');
const lines = (page) => page.locator('.editor-instance .view-lines');
/** The visible words of an editor; it writes spaces that do not break. */
const words = async (page) => (await lines(page).innerText()).replaceAll('\u00a0', ' ');

/** The middle of a text in the editor: it is found by the text node that holds it. */
async function middleOf(page, text) {
  const box = await lines(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.replaceAll('\u00a0', ' ').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, text);
  assert.ok(box, `the editor shows no “${text}”`);
  return box;
}

async function openFile(page, name) {
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

async function hoverOver(page, text) {
  const { x, y } = await middleOf(page, text);
  await page.mouse.move(x - 3, y + 60); // From elsewhere, or a hover that is open stays.
  await page.mouse.move(x, y);
  return page.locator('.monaco-hover:not(.hidden) .hover-contents');
}

async function leaveHover(page) {
  await page.mouse.move(600, 600);
  await page
    .locator('.monaco-hover:not(.hidden) .hover-contents')
    .first()
    .waitFor({ state: 'hidden' });
}

export const steps = {
  'the workbench opens with the extension installed': async ({ page }) => {
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'draft.md' }).waitFor();
  },

  'a claim that is typed is underlined': async ({ page, shot }) => {
    await openFile(page, 'draft.md');
    await page.locator('.editor-instance .view-lines').click();
    await page.keyboard.type(`# Knees\n\n${CLAIM}`, { delay: 15 });
    await squiggles(page).first().waitFor({ state: 'attached' });
    await shot('underlined');
  },

  'a hover says what is wrong with it': async ({ page, shot }) => {
    const hover = await hoverOver(page, 'cures');
    await hover.filter({ hasText: 'cure-claim' }).first().waitFor();
    await shot('finding');
    await leaveHover(page);
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
    const { x, y } = await middleOf(page, 'cures');
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row').first().waitFor();
    await shot('quick-fix-menu');
    await page.keyboard.press('Enter');
    await squiggles(page).first().waitFor({ state: 'detached' });
    assert.doesNotMatch(await words(page), /cures/);
    await shot('reworded');
  },

  'the file that is saved holds the rewording': async ({ page, workspace }) => {
    await page.keyboard.press('Control+S');
    await page.locator('.tab.active:not(.dirty)').waitFor();
    const text = readFileSync(path.join(workspace, 'draft.md'), 'utf8');
    assert.match(text, /^# Knees\n\nStem cell therapy .+ osteoarthritis\.\n?$/);
    assert.doesNotMatch(text, /cures/);
  },

  'undo brings the claim and its underline back': async ({ page }) => {
    await page.locator('.editor-instance .view-lines').click();
    await page.keyboard.press('Control+Z');
    await squiggles(page).first().waitFor({ state: 'attached' });
    assert.match(await words(page), /cures/);
  },

  'the example draft opens with its findings': async ({ page, shot }) => {
    await openFile(page, 'stem-cell-therapy-for-chronic-pain.md');
    await page
      .locator('.view-overlays .cdr.squiggly-warning')
      .first()
      .waitFor({ state: 'attached' });
    await shot('example');
  },
};
