// The measured figures as markdown tables, for the terminal and for docs/accuracy.md alike.
import { FIGURES, goalOf, reaches } from './figures.mjs';

/** A table whose columns are padded to their widest cell. */
export function table(header, rows) {
  const widths = header.map((_, at) => Math.max(...[header, ...rows].map((row) => row[at].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

export const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(3));
const three = ({ precision, recall, f1 }) => [precision, recall, f1].map((one) => one.toFixed(3));
const range = ([low, high]) => `${low.toFixed(2)}–${high.toFixed(2)}`;

/** One part: the engine above what it is compared with. */
export const comparison = (readers) =>
  table(
    ['', 'sentences: P', 'R', 'F1', '95% of F1', 'drafts: P', 'R', 'F1', '95% of F1'],
    readers.map(({ title, sentences, drafts }) => [
      title,
      ...three(sentences),
      range(sentences.intervals.f1),
      ...three(drafts),
      range(drafts.intervals.f1),
    ]),
  );

/** Every figure that has a goal or is watched; ✗ where the held-out part misses the goal. */
export const figureTable = (parts, of) =>
  table(
    ['', 'goal', ...Object.keys(parts)],
    FIGURES.filter((figure) => figure.of === of).map((figure) => [
      figure.title,
      goalOf(figure),
      ...Object.entries(parts).map(([part, measured]) => {
        const value = measured[of][figure.id];
        const missed = part === 'held-out' && !reaches(figure, value);
        return `${missed ? '✗ ' : ''}${number(value)}`;
      }),
    ]),
  );

export function intervalTable(parts) {
  const row = (title, of, id) => [
    title,
    ...Object.values(parts).map((measured) => range(measured[of].intervals[id])),
  ];
  return table(
    ['95% interval', ...Object.keys(parts)],
    ['drafts', 'sentences'].flatMap((of) => [
      row(`${of}: precision`, of, 'precision'),
      row(`${of}: recall`, of, 'recall'),
      row(`${of}: F1`, of, 'f1'),
    ]),
  );
}

export function kindTable(parts) {
  const kinds = Object.keys(Object.values(parts)[0].sentences.byKind);
  return table(
    ['', ...Object.keys(parts).flatMap((part) => [`${part}: claims`, 'alarms', 'P', 'R', 'F1'])],
    kinds.map((kind) => [
      kind,
      ...Object.values(parts).flatMap(({ sentences }) => {
        const one = sentences.byKind[kind];
        return [number(one.claims), number(one.wrong), ...three(one)];
      }),
    ]),
  );
}

export function categoryTable(parts) {
  const names = Object.keys(Object.values(parts)[0].sentences.byCategory);
  const columns = ['claims', 'P', 'R', 'F1', 'in drafts', 'R'];
  return table(
    [
      '',
      ...Object.keys(parts).flatMap((part) =>
        columns.map((each, at) => (at ? each : `${part}: ${each}`)),
      ),
    ],
    names.map((name) => [
      name,
      ...Object.values(parts).flatMap(({ sentences, drafts }) => {
        const [one, other] = [sentences.byCategory[name], drafts.byCategory[name]];
        // A precision of nothing flagged is no figure.
        const [precision, recall, f1] = three(one);
        const shown = one.flagged > 0 ? [precision, recall, f1] : ['', recall, ''];
        return [number(one.claims), ...shown, number(other.claims), other.recall.toFixed(3)];
      }),
    ]),
  );
}

export const setTable = (sets) =>
  table(
    ['', 'part', 'sentences: P', 'R', 'F1', 'drafts: P', 'R', 'F1'],
    sets.map(({ name, part, sentences, drafts }) => [
      name,
      part,
      ...three(sentences),
      ...three(drafts),
    ]),
  );

/** How much was labelled, and how. */
export const materialTable = (sets) =>
  table(
    ['', 'part', 'sentences', 'label 0', '1', '2', 'passages', 'drafts', 'words', 'label 1', '2'],
    sets.map(({ name, part, rows, documents }) => {
      const labelled = (label) => rows.filter((row) => row.label === label).length;
      const claims = documents.flatMap((document) => document.claims);
      const words = documents.reduce(
        (sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length,
        0,
      );
      return [
        name,
        part,
        ...[rows.length, labelled(0), labelled(1), labelled(2)].map(number),
        number(new Set(rows.map(({ passage }) => passage)).size),
        number(documents.length),
        number(words),
        ...[1, 2].map((label) => number(claims.filter((claim) => claim.label === label).length)),
      ];
    }),
  );

export const agreementTable = ({ table: counts }) =>
  table(
    ['label in the set', 'second reader: 0', '1', '2'],
    counts.map((row, label) => [String(label), ...row.map(number)]),
  );
