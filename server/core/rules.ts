/** A raw rule file -> Rule. */

import { JURISDICTIONS } from './entries.ts';
import type { Condition, Example, Rule, RuleCase, Severity, Source, Topic } from './model.ts';
import type { DraftKind } from './options.ts';
import { isMapping, id, onlyKeys, shown, text, texts, type Entry } from './raw.ts';

/** Faults are noted on the entry: a rule without rationale, sources and examples does not load. */
export function ruleOf(
  entry: Entry,
  pack: string,
  known: {
    readonly sources: ReadonlyMap<string, Source>;
    readonly faultOf: (condition: Condition) => string | undefined;
  },
): Rule {
  onlyKeys(entry, RULE_KEYS);
  const under = underOf(entry);
  const suspected = suspectedOf(entry);
  const rule: Rule = {
    id: id(entry),
    pack,
    title: text(entry, 'title'),
    cases: mappings(entry, 'cases').map((value, at) => caseOf(entry, value, at, known.faultOf)),
    ...(suspected ? { suspected } : {}),
    outranks: texts(entry, 'outranks', false),
    ...strategyOf(entry),
    rationale: text(entry, 'rationale'),
    sources: texts(entry, 'sources', true),
    flags: examples(entry, 'flags', ['text', 'marks', 'becomes']),
    allows: examples(entry, 'allows', ['text']),
    ...(under && { under }),
  };
  for (const source of rule.sources)
    if (!known.sources.has(source))
      entry.fault(`"${source}" is no known source. Add it to sources.yml, or correct its id.`);
  return rule;
}

const RULE_KEYS = [
  'id',
  'title',
  'cases',
  'suspected',
  'outranks',
  'topic',
  'reword',
  'question',
  'rationale',
  'sources',
  'flags',
  'allows',
  'under',
];

/** The kind and the jurisdiction that the slots of conditions know. */
function underOf(entry: Entry): Rule['under'] {
  const value = entry.fields['under'];
  if (value === undefined) return undefined;
  const { kind, jurisdiction, ...others } = isMapping(value) ? value : {};
  const read = {
    kind: DRAFT_KINDS.find((one) => one === kind),
    jurisdiction: JURISDICTIONS.find((one) => one === jurisdiction),
  };
  if (!read.kind || !read.jurisdiction || Object.keys(others).length > 0) {
    entry.fault(`"under" is ${shown(value)}. Write "kind: promotional" and "jurisdiction: AU".`);
    return undefined;
  }
  return { kind: read.kind, jurisdiction: read.jurisdiction };
}

const DRAFT_KINDS: readonly DraftKind[] = [
  'editorial',
  'patient',
  'press',
  'scientific',
  'promotional',
];

const STRATEGIES: readonly NonNullable<Rule['reword']>[] = ['hedge', 'deny', 'plain', 'never'];

const TOPICS: readonly Topic[] = [
  'advice',
  'approval',
  'avoidance',
  'cause',
  'comparison',
  'cure',
  'duration',
  'effect',
  'everyone',
  'hedging',
  'measure',
  'mechanism',
  'praise',
  'preclinical',
  'promise',
  'proof',
  'safety',
  'status',
];

/** How what the rule flags is reworded, and what is asked of its author. */
function strategyOf(entry: Entry): Pick<Rule, 'topic' | 'reword' | 'question'> {
  const { topic, reword, question } = entry.fields;
  const about = TOPICS.find((one) => one === topic);
  if (topic !== undefined && !about)
    entry.fault(`"topic" is ${shown(topic)}. Use one of ${TOPICS.join(', ')}, or leave it out.`);
  const strategy = STRATEGIES.find((one) => one === reword);
  if (reword !== undefined && !strategy)
    entry.fault(`"reword" is ${shown(reword)}. Use ${STRATEGIES.join(', ')}, or leave it out.`);
  return {
    ...(about && { topic: about }),
    ...(strategy && { reword: strategy }),
    ...(question === undefined ? {} : { question: text(entry, 'question').replace(/\?$/, '') }),
  };
}

function suspectedOf(entry: Entry): Rule['suspected'] {
  const value = entry.fields['suspected'];
  if (value === undefined) return undefined;
  const { warning, information } = isMapping(value) ? value : {};
  if (typeof warning === 'string' && typeof information === 'string')
    return { warning: warning.trim(), information: information.trim() };
  entry.fault('"suspected" needs two messages. Write "warning: …" and "information: …" below it.');
  return undefined;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const CASE_KEYS = ['when', 'unless', 'severity', 'unsure', 'message'];

type Fields = Readonly<Record<string, unknown>>;

function mappings(entry: Entry, key: string): readonly Fields[] {
  const value = entry.fields[key];
  if (Array.isArray(value) && value.length > 0 && value.every(isMapping)) return value;
  entry.fault(`"${key}" is ${shown(value)}. List at least one "- when: …" with its severity.`);
  return [];
}

function caseOf(
  entry: Entry,
  value: Fields,
  at: number,
  faultOf: (condition: Condition) => string | undefined,
): RuleCase {
  const name = `case ${at + 1}`;
  for (const key of Object.keys(value))
    if (!CASE_KEYS.includes(key))
      entry.fault(`${name} has the unknown key "${key}". Use ${CASE_KEYS.join(', ')}.`);
  const severity = SEVERITIES.find((one) => one === value['severity']);
  if (!severity)
    entry.fault(
      `the severity of ${name} is ${shown(value['severity'])}. Use ${SEVERITIES.join(', ')}.`,
    );
  const unsure = SEVERITIES.find((one) => one === value['unsure']);
  if (value['unsure'] !== undefined && !unsure)
    entry.fault(`"unsure" of ${name} is ${shown(value['unsure'])}. Use ${SEVERITIES.join(', ')}.`);
  const message = value['message'];
  if (typeof message !== 'string' || message.trim() === '')
    entry.fault(`${name} has no message. Say what is wrong, why, and what to do.`);
  const condition = (key: 'when' | 'unless'): Condition => {
    const found = asCondition(value[key]);
    const fault = found
      ? faultOf(found)
      : `it is ${shown(value[key])}. Write slots and their values, at least one.`;
    if (fault !== undefined) entry.fault(`"${key}" of ${name}: ${fault}`);
    return found ?? {};
  };
  return {
    when: condition('when'),
    ...(value['unless'] === undefined ? {} : { unless: condition('unless') }),
    severity: severity ?? 'hint',
    ...(unsure && { unsure }),
    message: typeof message === 'string' ? message.trim() : '',
  };
}

/** The raw value as a condition, if it has the shape of one and is not empty. */
function asCondition(value: unknown): Condition | undefined {
  return isCondition(value) && Object.keys(value).length > 0 ? value : undefined;
}

/** Whether a raw value has the shape of a condition. */
export function isCondition(value: unknown): value is Condition {
  return (
    isMapping(value) &&
    Object.entries(value).every(([slot, wanted]) =>
      slot === 'any' || slot === 'all' ? isListOf(wanted, isCondition) : isSlotValue(wanted),
    )
  );
}

function isSlotValue(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  return isListOf(value, (item) => typeof item === 'string') || isListOf(value, isCondition);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

/** Examples, each a text or a mapping with `text`. At least one is needed. */
function examples(
  entry: Entry,
  key: 'flags' | 'allows',
  keys: readonly string[],
): readonly Example[] {
  const value = entry.fields[key];
  if (!Array.isArray(value) || value.length === 0) {
    entry.fault(`"${key}" is missing or empty. Give at least one example; each is run as a test.`);
    return [];
  }
  return value.flatMap((raw: unknown, at) => {
    const example = exampleOf(typeof raw === 'string' ? { text: raw } : raw, keys);
    if (typeof example !== 'string') return [example];
    entry.fault(`example ${at + 1} of "${key}" ${example}`);
    return [];
  });
}

/** The example, or what is wrong with it. */
function exampleOf(raw: unknown, keys: readonly string[]): Example | string {
  if (!isMapping(raw)) return 'is neither a text nor a mapping. Write "- text: …".';
  const unknown = Object.keys(raw).find((key) => !keys.includes(key));
  if (unknown !== undefined) return `has the unknown key "${unknown}". Use ${keys.join(', ')}.`;
  const { text: words, marks, becomes } = raw;
  if (typeof words !== 'string' || words.trim() === '') return 'has no text. Add "text: …".';
  if (marks !== undefined && (typeof marks !== 'string' || !words.includes(marks)))
    return `marks ${shown(marks)}, which is not in its text. Copy the marked words exactly.`;
  if (becomes !== undefined && typeof becomes !== 'string')
    return `becomes ${shown(becomes)}. Write the whole reworded text.`;
  return {
    text: words,
    ...(marks === undefined ? {} : { marks }),
    ...(becomes === undefined ? {} : { becomes }),
  };
}
