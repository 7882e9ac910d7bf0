/** The settings of each open document. */

import {
  DidChangeConfigurationNotification,
  type Connection,
  type DidChangeConfigurationParams,
} from 'vscode-languageserver';
import type { Severity } from '../core/index.ts';
import { draftKinds, levels } from '../project/configuration.ts';
import { reasonOf } from './calm.ts';
import type { ClientFeatures } from './client.ts';
import type { Settings } from './protocol.ts';
import { termSettings } from './term-settings.ts';

const SECTION = 'hedgerow';

/** Which values each setting may have; a value of the configuration that is none of them is not used. */
const SHOWS = ['drafting', 'review'] as const;
const SCOPES = ['openDrafts', 'workspace'] as const;

export interface SettingsStore {
  /** The same object until the configuration changes, so that it can be compared by identity. */
  readonly of: (uri: string) => Promise<Settings>;
  readonly forget: (uri: string) => void;
  /** Takes note of `workspace/didChangeConfiguration`. */
  readonly changed: (params: DidChangeConfigurationParams) => void;
  /** Asks the client to tell of changes; to be called once it is initialized. */
  readonly listen: () => Promise<void>;
}

export function settingsStore(
  connection: Connection,
  client: ClientFeatures,
  initial: unknown,
): SettingsStore {
  let fallback = readSettings(initial);
  const known = new Map<string, Promise<Settings>>();

  const ask = async (uri: string): Promise<Settings> => {
    if (!client.hasConfiguration) return fallback;
    try {
      const item = { scopeUri: uri, section: SECTION };
      const answer: unknown = await connection.workspace.getConfiguration(item);
      return isMapping(answer) ? readSettings(answer) : fallback;
    } catch (error) {
      connection.console.warn(`The client has no configuration for ${uri}: ${reasonOf(error)}`);
      return fallback;
    }
  };

  return {
    of: (uri) => {
      const settings = known.get(uri) ?? ask(uri);
      known.set(uri, settings);
      return settings;
    },
    forget: (uri) => void known.delete(uri),
    changed: ({ settings }) => {
      const sent: unknown = isMapping(settings) ? settings[SECTION] : undefined;
      if (isMapping(sent)) fallback = readSettings(sent);
      known.clear();
    },
    listen: async () => {
      if (!client.registersConfiguration) return;
      const { type } = DidChangeConfigurationNotification;
      await connection.client.register(type, { section: SECTION });
    },
  };
}

/** What can be used of a value that anybody may have typed. */
export function readSettings(value: unknown): Settings {
  if (!isMapping(value)) return {};
  const { enable, kind, severity, show, requireReason, quotedText, maxLength, scope } = value;
  const hedges: unknown = value['preferredHedges'];
  return {
    ...(typeof enable === 'boolean' && { enable }),
    ...(oneOf(draftKinds, kind) && { kind }),
    ...(isMapping(severity) && { severity: ceilings(severity) }),
    ...(oneOf(SHOWS, show) && { show }),
    ...(Array.isArray(hedges) && {
      preferredHedges: hedges.filter((hedge) => typeof hedge === 'string'),
    }),
    ...(typeof requireReason === 'boolean' && { requireReason }),
    ...(oneOf(levels, quotedText) && { quotedText }),
    ...(typeof maxLength === 'number' && maxLength > 0 && { maxLength }),
    ...(oneOf(SCOPES, scope) && { scope }),
    ...termSettings(value),
  };
}

function ceilings(severity: Readonly<Record<string, unknown>>): NonNullable<Settings['severity']> {
  const usable: Record<string, Severity | 'off'> = {};
  for (const [rule, value] of Object.entries(severity))
    if (oneOf(levels, value)) usable[rule] = value;
  return usable;
}

function oneOf<T>(values: readonly T[], value: unknown): value is T {
  return values.some((each) => each === value);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
