import assert from 'node:assert/strict';
import { pageOf } from '../../server/core/index.ts';
import { library } from './library.ts';

const PAGES = {
  glossary: pageOf(library(), { page: 'glossary' }) ?? '',
  evidence: pageOf(library(), { page: 'evidence' }) ?? '',
};

/** As GitHub and VS Code make them of headings. */
const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set(
    Array.from(page.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
      title
        .replaceAll('\\', '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

describe('the glossary and the evidence', () => {
  for (const [from, to] of [
    ['glossary', 'evidence'],
    ['evidence', 'glossary'],
  ] as const)
    it(`are linked from ${from} to ${to}, each link to a heading that is there`, () => {
      const links = Array.from(
        PAGES[from].matchAll(new RegExp(`\\]\\(\\.\\./${to}/README\\.md#([^)]+)\\)`, 'g')),
        ([, anchor = '']) => anchor,
      );
      const anchors = anchorsOf(PAGES[to]);
      assert.ok(links.length > 20, String(links.length));
      assert.deepEqual(
        [...new Set(links)].filter((link) => !anchors.has(link)),
        [],
      );
    });
});
