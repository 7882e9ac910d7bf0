/** The claims view and the status item. These tests also run in the web worker. */

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Views } from '../../client/features.ts';
import type { ClaimNode, GroupNode } from '../../client/claims-tree.ts';
import * as on from './support.ts';

const DRAFT = `# Knees

## What it does

Stem cell therapy cures osteoarthritis.
Stem cells may help relieve pain.

## Doubts

One study reported that stem cell injections reduced stiffness.
`;

/** The tree as a reader sees it: titles, and below them the claims with what is said of them. */
function outline({ claims }: Views): string[] {
  const words = (value: unknown): string => (typeof value === 'string' ? value : '');
  return claims.getChildren().flatMap((group) => [
    words(claims.getTreeItem(group).label),
    ...claims.getChildren(group).map((node) => {
      const { label, description } = claims.getTreeItem(node);
      return `- ${words(label)} (${words(description)})`;
    }),
  ]);
}

async function untilOutline(views: Views, ...lines: readonly string[]): Promise<void> {
  await on
    .until('the claims', () => JSON.stringify(outline(views)) === JSON.stringify(lines))
    .catch(() => assert.deepEqual(outline(views), lines));
}

function nodeOf(views: Views, text: string): ClaimNode {
  const nodes = views.claims.getChildren().flatMap((group) => (group as GroupNode).nodes);
  const node = nodes.find(({ claim }) => claim.text.includes(text));
  assert.ok(node, `the view does not show “${text}”`);
  return node;
}

describe('the claims view', () => {
  let views: Views;
  before(async () => (views = await on.views()));
  afterEach(async () => {
    await vscode.commands.executeCommand('hedgerow.claims.clearFilter');
    await vscode.commands.executeCommand('hedgerow.claims.groupBySection');
    await on.closeAll();
  });

  it('shows every claim of the draft by section, and how surely it is made', async () => {
    await on.openFile('claims.md', DRAFT);
    await untilOutline(
      views,
      'What it does',
      '- cures osteoarthritis (bare · cure-claim)',
      '- may help relieve pain (hedged)',
      'Doubts',
      '- reduced stiffness (attributed · unhedged-efficacy)',
    );
  });

  it('groups the claims by strength', async () => {
    await on.openFile('strength.md', DRAFT);
    await vscode.commands.executeCommand('hedgerow.claims.groupByStrength');
    await untilOutline(
      views,
      'Bare',
      '- cures osteoarthritis (bare · cure-claim)',
      'Hedged',
      '- may help relieve pain (hedged)',
      'Attributed',
      '- reduced stiffness (attributed · unhedged-efficacy)',
    );
  });

  it('tells a screen reader what the icons tell, and the line', async () => {
    await on.openFile('read-out.md', DRAFT);
    await on.until('claims', () => outline(views).length === 5);
    assert.deepEqual(
      ['cures', 'may help', 'reduced'].map((text) => {
        const item = views.claims.getTreeItem(nodeOf(views, text));
        return item.accessibilityInformation?.label;
      }),
      [
        'Error: cures osteoarthritis, bare · cure-claim, line 5',
        'Nothing found: may help relieve pain, hedged, line 6',
        'Information: reduced stiffness, attributed · unhedged-efficacy, line 10',
      ],
    );
  });

  it('keeps its items while the text around them moves', async () => {
    const draft = await on.openFile('moving.md', DRAFT);
    await on.until('claims', () => outline(views).length === 5);
    const before = nodeOf(views, 'cures');
    await on.edit(draft, [on.rangeOf(draft, 'Knees'), 'Knees and hips\n\nA quiet line.']);
    const after = await on.until('the claim to move', () => {
      const node = nodeOf(views, 'cures');
      return node.claim.range.start.line > before.claim.range.start.line && node;
    });
    assert.equal(after.id, before.id);
  });

  it('leads to a claim', async () => {
    await on.openFile('lead.md', DRAFT);
    await on.until('claims', () => outline(views).length === 5);
    await vscode.commands.executeCommand('hedgerow.claim.open', nodeOf(views, 'reduced'));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'reduced stiffness');
  });

  it('rewords a claim', async () => {
    const draft = await on.openFile('reword.md', DRAFT);
    await on.until('claims', () => outline(views).length === 5);
    const done = vscode.commands.executeCommand('hedgerow.claim.reword', nodeOf(views, 'cures'));
    await on.until('the claim to be reworded', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return !draft.getText().includes('cures osteoarthritis');
    });
    await done;
    await on.until('the claim to go', () => !outline(views).join().includes('cures'));
  });

  it('follows the editor, and says why it is empty', async () => {
    await on.openFile('one.md', DRAFT);
    await on.until('claims', () => outline(views).length === 5);
    await on.openFile('two.md', 'Bone is an organ.\n');
    await untilOutline(views);
    assert.equal(views.status().text, 'No overstated claims found; not a medical or legal review');
  });
});

describe('the status item', () => {
  let views: Views;
  before(async () => (views = await on.views()));
  afterEach(on.closeAll);

  it('counts the claims to reword', async () => {
    const draft = await on.openFile('count.md', DRAFT);
    await on.until('two', () => views.status().text === '2 claims to reword');
    await on.edit(draft, [on.rangeOf(draft, 'cures'), 'may help with']);
    await on.until('one', () => views.status().text === '1 claim to reword');
  });

  it('says that a draft is left unread, and where to change that', async () => {
    await on.openFile('unread.md', DRAFT);
    await on.until('two', () => views.status().text === '2 claims to reword');
    await on.withSetting('enable', false, async () => {
      await on.until('off', () => views.status().text === 'Off for this draft');
      assert.equal(views.status().command.command, 'hedgerow.showConfiguration');
    });
    await on.until('two again', () => views.status().text === '2 claims to reword');
  });
});
