/** Quick fixes that leave the words as they are: suppress, accept, allow, turn off; and the rule's page. */

import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../core/index.ts';
import * as l10n from '../project/l10n.ts';
import { nameOf } from '../project/places.ts';
import type { ClientFeatures } from './client.ts';
import { rangeOf, workspaceEditOf } from './convert.ts';
import type { Snapshot } from './documents.ts';
import type { Projects } from './projects.ts';
import { fileFor } from './proposals.ts';
import type { CommandId, OpenRuleParams, ProposeParams, SeverityParams } from './protocol.ts';

interface Decision {
  readonly title: string;
  readonly command: CommandId;
  readonly params: ProposeParams | OpenRuleParams;
}

/** Characters of a phrase that a title shows. */
const SHOWN = 40;

/**
 * In the same order for every finding. A client that runs the commands asks the writer first; for
 * another the server makes the edit, when it is resolved.
 */
export function decisionsFor(
  finding: Finding,
  diagnostic: Diagnostic,
  snapshot: Snapshot,
  client: ClientFeatures,
  projects: Projects,
): readonly CodeAction[] {
  const writes = client.commands.has('hedgerow.setRuleSeverity');
  const targets: readonly Target[] = writes ? ['user', 'workspace', 'file'] : ['project', 'file'];
  return decisionsOn(finding, snapshot, projects, targets).flatMap(
    ({ title, command, params }): readonly CodeAction[] => {
      const action = { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
      if (client.commands.has(command))
        return [{ ...action, command: { title, command, arguments: [params] } }];
      if (!client.resolvesEdits || !('kind' in params)) return [];
      return [{ ...action, data: { proposal: params } }];
    },
  );
}

/** The settings of an editor are its own to write. */
type Target = SeverityParams['target'];

function decisionsOn(
  finding: Finding,
  snapshot: Snapshot,
  projects: Projects,
  targets: readonly Target[],
): readonly Decision[] {
  const { uri, version, lines, analysis } = snapshot;
  const { rule, span, block, basis } = finding;
  const place = { uri, version, rule, range: rangeOf(span, lines) };
  const isInFrontMatter = analysis.draft.blocks[block]?.kind === 'front-matter';
  const sideFile = fileFor(snapshot, projects, 'side file');
  const configuration = fileFor(snapshot, projects, 'configuration');
  const words = analysis.draft.blocks[block]?.text.slice(basis.start, basis.end) ?? '';
  const phrase = words.replaceAll('\uFFFC', '').replaceAll(/\s+/g, ' ').trim();
  const brief = phrase.length > SHOWN ? `${phrase.slice(0, SHOWN - 1)}…` : phrase;
  const decisions: (Decision | undefined)[] = [
    isInFrontMatter
      ? undefined
      : {
          title: l10n.t('Suppress “{0}” here, with a comment', rule),
          command: 'hedgerow.suppress',
          params: { kind: 'suppress', ...place },
        },
    sideFile === undefined
      ? undefined
      : {
          title: l10n.t('Accept this claim, in {0}', nameOf(sideFile)),
          command: 'hedgerow.acceptClaim',
          params: { kind: 'accept', ...place },
        },
    configuration !== undefined && phrase !== ''
      ? {
          title: l10n.t('Allow “{0}” in this project, in {1}', brief, nameOf(configuration)),
          command: 'hedgerow.allowPhrase',
          params: { kind: 'allow', uri, phrase },
        }
      : undefined,
    ...targets
      .filter((target) => target !== 'workspace' || projects.rootOf(uri) !== undefined)
      .filter((target) => target !== 'project' || configuration !== undefined)
      .map((target) => turnOff(rule, uri, target)),
    {
      title: l10n.t('Open the page of “{0}”', rule),
      command: 'hedgerow.openRule',
      params: { rule },
    },
  ];
  return decisions.filter((decision) => decision !== undefined);
}

function turnOff(rule: string, uri: string, target: Target): Decision {
  const titles = {
    user: () => l10n.t('Turn off “{0}” in the user settings', rule),
    workspace: () => l10n.t('Turn off “{0}” in the workspace settings', rule),
    project: () => l10n.t('Turn off “{0}” in this project', rule),
    file: () => l10n.t('Turn off “{0}” in this file, in its front matter', rule),
  };
  const params: SeverityParams = { kind: 'severity', uri, rule, level: 'off', target };
  return { title: titles[target](), command: 'hedgerow.setRuleSeverity', params };
}

/** Takes out, or mends, instructions that do nothing. */
export function remarkFixes(
  { start, end }: { readonly start: number; readonly end: number },
  snapshot: Snapshot,
  client: ClientFeatures,
  diagnosticOf: (remark: Snapshot['analysis']['remarks'][number]) => Diagnostic,
): readonly CodeAction[] {
  return snapshot.analysis.remarks.flatMap((remark) => {
    const { span, fix } = remark;
    if (!fix || span.start > end || span.end < start) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(remark)],
        isPreferred: true,
        edit: workspaceEditOf(fix.edits, snapshot, client.versionsEdits),
      },
    ];
  });
}
