import assert from 'node:assert/strict';
import { folderOf, nameOf, pathFrom, placeOf, rootFor } from '../../server/project/places.ts';

describe('the path of a draft from a folder', () => {
  const rows: readonly (readonly [name: string, folder: string, file: string, path?: string])[] = [
    ['is what is below', 'file:///a', 'file:///a/b/c.md', 'b/c.md'],
    ['needs no slash at the end of the folder', 'file:///a/', 'file:///a/c.md', 'c.md'],
    ['is none beside it', 'file:///a', 'file:///ab/c.md'],
    ['is none above it', 'file:///a/b', 'file:///a/c.md'],
    ['is none of the folder itself', 'file:///a', 'file:///a'],
    ['is none of another scheme', 'file:///a', 'vscode-vfs://h/a/c.md'],
    ['knows a drive in either case', 'file:///c%3A/Docs', 'file:///C:/Docs/x.md', 'x.md'],
    ['keeps drives apart', 'file:///c:/Docs', 'file:///d:/Docs/x.md'],
    [
      'has blanks and parentheses',
      'file:///c:/My%20Docs',
      'file:///c:/My Docs/old (1)/x.md',
      'old (1)/x.md',
    ],
    ['has brackets and percent signs', 'file:///a', 'file:///a/%5B100%25%5D.md', '[100%].md'],
    ['lies on a share', 'file://Server/share', 'file://server/share/x.md', 'x.md'],
    ['keeps shares apart', 'file://server/share', 'file://other/share/x.md'],
    ['has letters of any language', 'file:///a', 'file:///a/Knie%20%C3%A4.md', 'Knie ä.md'],
  ];
  for (const [name, folder, file, path] of rows)
    it(name, () => assert.equal(pathFrom(folder, file), path));
});

describe('a place', () => {
  const SAME: readonly (readonly [string, string])[] = [
    ['file:///C%3A/x', 'file:///c:/x'],
    ['file:///a/b c', 'file:///a/b%20c'],
    ['file:///a/(1)', 'file:///a/%281%29'],
  ];
  for (const [one, other] of SAME)
    it(`is the same as ${one} and ${other}`, () => assert.equal(placeOf(one), placeOf(other)));

  it('has a folder, unless it lies nowhere', () => {
    assert.equal(folderOf('file:///c:/a%20b/x.md'), 'file:///c%3A/a%20b');
    assert.equal(folderOf('untitled:Untitled-1'), undefined);
    assert.equal(nameOf('file:///c:/a%20b/x%20(1).md'), 'x (1).md');
  });

  it('lies in the innermost of the folders around it', () => {
    const folders = ['file:///a', 'file:///a/b', 'file:///c:/x'];
    assert.equal(rootFor('file:///a/b/c.md', folders), 'file:///a/b');
    assert.equal(rootFor('file:///C%3A/x/y.md', folders), 'file:///c%3A/x');
    assert.equal(rootFor('file:///z/c.md', folders), undefined);
  });
});
