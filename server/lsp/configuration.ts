/** `hedgerow/configuration`: what holds for a document and who says so, for “Show configuration in effect”. */

import type { Connection } from 'vscode-languageserver';
import { escapeMarkdown } from '../core/index.ts';
import { valuesIn, type Origin, type Value } from '../project/effect.ts';
import * as l10n from '../project/l10n.ts';
import { nameOf } from '../project/places.ts';
import { conditionsFor, isIgnored } from '../project/situation.ts';
import { calmly } from './calm.ts';
import { optionsFrom } from './documents.ts';
import type { Projects } from './projects.ts';
import type { ConfigurationAnswer, ConfigurationParams } from './protocol.ts';
import type { SettingsStore } from './settings.ts';

const METHOD = 'hedgerow/configuration';

/** `textOf` gives the text of an open document; one that is not open has no front matter to look at. */
export function provideConfiguration(
  connection: Connection,
  settings: SettingsStore,
  projects: Projects,
  textOf: (uri: string) => string | undefined,
): void {
  connection.onRequest(
    METHOD,
    calmly(connection, METHOD, null, async ({ uri }: ConfigurationParams) => {
      const own = await settings.of(uri);
      const situation = await projects.of(uri, own.packs);
      if (!situation) return null;
      const { project, known } = situation;
      const { layers, off } = conditionsFor(
        textOf(uri) ?? '',
        uri,
        project,
        known,
        optionsFrom(own),
      );
      const values = valuesIn(layers, uri);
      const unread = off || own.enable === false || isIgnored(project, uri);
      return answerOf(uri, values, unread);
    }),
  );
}

function answerOf(uri: string, values: readonly Value[], unread: boolean): ConfigurationAnswer {
  const rows = values.map((each) => [each.name, each.value, sourceOf(each)]);
  const text = [
    `# ${l10n.t('Configuration in effect')}`,
    escapeMarkdown(nameOf(uri)),
    ...(unread ? [l10n.t('This draft is left unread.')] : []),
    [
      [l10n.t('setting'), l10n.t('value'), l10n.t('from')],
      ['---', '---', '---'],
      ...rows.map((row) => row.map((cell) => escapeMarkdown(cell).replaceAll('|', '\\|'))),
    ]
      .map((row) => `| ${row.join(' | ')} |`)
      .join('\n'),
    l10n.t(
      'The draft’s front matter counts more than the project’s file, and that more than the settings of the editor.',
    ),
  ].join('\n\n');
  return {
    text: `${text}\n`,
    values: values.map(({ name, value, from, uri: file, line }) => ({
      name,
      value,
      from,
      ...(file !== undefined && { uri: file }),
      ...(line !== undefined && { line: line - 1 }),
    })),
  };
}

function sourceOf({ from, uri, line }: Value): string {
  if (uri === undefined) return ORIGINS[from]();
  return `${nameOf(uri)}${line === undefined ? '' : `:${line}`}`;
}

const ORIGINS: Readonly<Record<Origin, () => string>> = {
  default: () => l10n.t('default'),
  settings: () => l10n.t('settings of the editor'),
  project: () => l10n.t('project'),
  'front matter': () => l10n.t('front matter'),
};
