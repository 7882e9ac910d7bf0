// The parts of the workbench that the steps of the walk look at and use.
import assert from 'node:assert/strict';

export const squiggles = (page) => page.locator('.view-overlays .cdr.squiggly-error');
export const warnings = (page) => page.locator('.view-overlays .cdr.squiggly-warning');
export const rows = (page, text) => page.locator('.pane-body .monaco-list-row', { hasText: text });
const lines = (page) => page.locator('.editor-instance .view-lines').last();

/** The visible words of an editor; it writes spaces that do not break. */
export const words = async (page) => (await lines(page).innerText()).replaceAll('\u00a0', ' ');

/** The first keys would be lost on an editor that has no focus yet. */
export async function clickIntoText(page) {
  await lines(page).click();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
}

/** The middle of a text in the editor: it is found by the text node that holds it. */
export async function middleOf(page, text) {
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

export async function openFile(page, name) {
  await page.keyboard.press('Control+Shift+E');
  await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** By its full name in the command palette. */
export async function command(page, name) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').fill(`>${name}`);
  const row = page.locator('.quick-input-list .monaco-list-row');
  await row.filter({ hasText: name }).first().click();
}

export async function hoverOver(page, text) {
  const { x, y } = await middleOf(page, text);
  await page.mouse.move(x - 3, y + 60); // From elsewhere, or a hover that is open stays.
  await page.mouse.move(x, y);
  return page.locator('.monaco-hover:not(.hidden) .hover-contents');
}

export async function leaveHover(page) {
  await page.mouse.move(600, 600);
  await page
    .locator('.monaco-hover:not(.hidden) .hover-contents')
    .first()
    .waitFor({ state: 'hidden' });
}

/** The menu of quick fixes at a text. */
export async function openQuickFixes(page, text) {
  const { x, y } = await middleOf(page, text);
  await page.mouse.click(x, y);
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor();
}

export async function chooseTheme(page, name) {
  await command(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Modern' }).first().waitFor();
  await page.locator('.quick-input-widget input.input').fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

/** Chooses from the menu that is open; a click right after it has opened is passed over, and made again. */
export async function chooseFromMenu(page, text) {
  const item = page.locator('.monaco-menu .action-label', { hasText: text });
  await item.waitFor();
  for (let tries = 0; tries < 10 && (await item.isVisible()); tries++) {
    await page.waitForTimeout(200);
    await item.click({ timeout: 2_000 }).catch(() => undefined);
    await item.waitFor({ state: 'hidden', timeout: 1_000 }).catch(() => undefined);
  }
}
