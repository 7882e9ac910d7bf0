/** Raw entries of list files -> Source, Term, Evidence. Faults are noted on the entry. */

import type { Evidence, Jurisdiction, RegulatoryStatus, Source, Term, TermKind } from './model.ts';
import {
  choice,
  flag,
  id,
  isMapping,
  onlyKeys,
  optionalText,
  shown,
  text,
  texts,
  type Entry,
} from './raw.ts';

const VERIFIED = ['read', 'secondary', 'unverified'] as const;

export function sourceOf(entry: Entry): Source {
  onlyKeys(entry, ['id', 'title', 'url', 'verified']);
  const url = optionalText(entry, 'url');
  if (url !== undefined && !/^https?:\/\/\S+$/.test(url))
    entry.fault(`"url" is "${url}". Give the whole address, from https:// on, or leave it out.`);
  return {
    id: id(entry),
    title: text(entry, 'title'),
    ...(url === undefined ? {} : { url }),
    verified: choice(entry, 'verified', VERIFIED),
  };
}

const KINDS: readonly [TermKind, ...TermKind[]] = [
  'condition',
  'anatomy',
  'mechanism',
  'product',
  'procedure',
  'outcome',
  'trial',
  'regulation',
];
const TERM_KEYS = [
  'id',
  'kind',
  'forms',
  'abbreviations',
  'verbs',
  'adjectives',
  'definition',
  'note',
  'codes',
  'sources',
  'role',
];

/** In the file a term names its sources by id; the library holds their titles, as shown. */
export function termOf(entry: Entry, sources: ReadonlyMap<string, Source>): Term {
  onlyKeys(entry, TERM_KEYS);
  const verbs = texts(entry, 'verbs', false);
  const adjectives = texts(entry, 'adjectives', false);
  const note = optionalText(entry, 'note');
  const role = optionalText(entry, 'role');
  const codes = codesOf(entry);
  return {
    id: id(entry),
    kind: choice(entry, 'kind', KINDS),
    forms: texts(entry, 'forms', true),
    abbreviations: texts(entry, 'abbreviations', false),
    ...(verbs.length === 0 ? {} : { verbs }),
    ...(adjectives.length === 0 ? {} : { adjectives }),
    definition: text(entry, 'definition'),
    ...(note === undefined ? {} : { note }),
    ...(codes === undefined ? {} : { codes }),
    sources: sourcesOf(entry, 'sources', sources).map(({ title }) => title),
    ...(role === undefined ? {} : { role }),
  };
}

function codesOf(entry: Entry): Term['codes'] {
  const codes = entry.fields['codes'];
  if (codes === undefined) return undefined;
  const { mesh, icd10, ...others } = isMapping(codes) ? codes : {};
  const isCode = (code: unknown, pattern: RegExp): code is string | undefined =>
    code === undefined || (typeof code === 'string' && pattern.test(code));
  const isMesh = isCode(mesh, /^D\d{6}$/);
  const isIcd10 = isCode(icd10, /^[A-Z]\d\d(?:\.\d+)?(?:, [A-Z]\d\d(?:\.\d+)?)*$/);
  if (!isMapping(codes) || !isMesh || !isIcd10 || Object.keys(others).length > 0) {
    entry.fault(`"codes" is ${shown(codes)}. Write "mesh: D010003" and "icd10: M17", or one.`);
    return undefined;
  }
  return { ...(mesh === undefined ? {} : { mesh }), ...(icd10 === undefined ? {} : { icd10 }) };
}

/** The sources that a list of ids names. */
function sourcesOf(
  entry: Entry,
  key: string,
  sources: ReadonlyMap<string, Source>,
): readonly Source[] {
  return texts(entry, key, true).flatMap((named) => {
    const source = sources.get(named);
    if (source) return [source];
    entry.fault(`"${named}" is no known source. Add it to sources.yml, or correct its id.`);
    return [];
  });
}

const CERTAINTIES = ['high', 'moderate', 'low', 'very-low', 'none', 'not-graded'] as const;
const DIRECTIONS = [
  'benefit',
  'possible benefit',
  'mixed',
  'no difference',
  'unknown',
  'harm',
] as const;
const EVIDENCE_KEYS = [
  'id',
  'interventions',
  'conditions',
  'outcomes',
  'certainty',
  'direction',
  'rung',
  'line',
  'humanStudies',
  'citations',
  'checked',
  'review',
  'reviewedBy',
];

export function evidenceOf(
  entry: Entry,
  terms: ReadonlyMap<string, Term>,
  sources: ReadonlyMap<string, Source>,
): Evidence {
  onlyKeys(entry, EVIDENCE_KEYS);
  const reviewedBy = optionalText(entry, 'reviewedBy');
  const citations = sourcesOf(entry, 'citations', sources);
  return {
    id: id(entry),
    interventions: termIds(entry, 'interventions', ['product', 'procedure'], terms),
    conditions: termIds(entry, 'conditions', ['condition'], terms),
    outcomes: termIds(entry, 'outcomes', ['outcome', 'mechanism', 'condition'], terms),
    certainty: choice(entry, 'certainty', CERTAINTIES),
    direction: choice(entry, 'direction', DIRECTIONS),
    rung: rung(entry),
    line: text(entry, 'line'),
    humanStudies: flag(entry, 'humanStudies'),
    citations: citations.map(({ title, verified }) => ({ text: title, verified })),
    checked: date(entry, 'checked'),
    review: date(entry, 'review'),
    ...(reviewedBy === undefined ? {} : { reviewedBy }),
  };
}

function termIds(
  entry: Entry,
  key: string,
  kinds: readonly TermKind[],
  terms: ReadonlyMap<string, Term>,
): readonly string[] {
  const ids = texts(entry, key, true);
  for (const named of ids) {
    const term = terms.get(named);
    if (!term) entry.fault(`"${key}" names "${named}", which is no term. Add the term first.`);
    else if (!kinds.includes(term.kind))
      entry.fault(`"${key}" names "${named}", a ${term.kind}. Name a ${kinds.join(' or ')}.`);
  }
  return ids;
}

function rung(entry: Entry): number {
  const value = entry.fields['rung'];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9)
    return value;
  entry.fault(`"rung" is ${shown(value)}. Give a whole number from 0 to 9.`);
  return 0;
}

function date(entry: Entry, key: string): string {
  const value = text(entry, key);
  if (value !== '' && !/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value))
    entry.fault(`"${key}" is "${value}". Write a date as 2026-11-22.`);
  return value;
}

/** In the order in which they are listed. */
export const JURISDICTIONS: readonly [Jurisdiction, ...Jurisdiction[]] = [
  'US',
  'CA',
  'UK',
  'EU',
  'AU',
  'JP',
  'KR',
  'IN',
];
const STATUSES = [
  'approved',
  'conditionally-approved',
  'not-approved',
  'needs-authorisation',
  'licensed-claims-only',
  'not-advertised',
] as const;
const REGULATORY_KEYS = [
  'id',
  'products',
  'jurisdiction',
  'regulator',
  'status',
  'indication',
  'asOf',
  'sources',
];

export function regulatoryOf(
  entry: Entry,
  terms: ReadonlyMap<string, Term>,
  sources: ReadonlyMap<string, Source>,
): RegulatoryStatus {
  onlyKeys(entry, REGULATORY_KEYS);
  const asOf = text(entry, 'asOf');
  if (asOf !== '' && !/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(asOf))
    entry.fault(`"asOf" is "${asOf}". Write a date as 2026-11-22, 2026-11 or "2026".`);
  return {
    id: id(entry),
    products: termIds(entry, 'products', ['product', 'procedure'], terms),
    jurisdiction: choice(entry, 'jurisdiction', JURISDICTIONS),
    regulator: text(entry, 'regulator'),
    status: choice(entry, 'status', STATUSES),
    indication: text(entry, 'indication'),
    asOf,
    sources: sourcesOf(entry, 'sources', sources).map(({ title }) => title),
  };
}
