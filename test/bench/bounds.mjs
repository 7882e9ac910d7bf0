// How fast is fast enough, as ratios within one run. P is a full parse by remark-parse, remark-gfm
// and remark-frontmatter of the same text; E is a language server that does nothing.

const sorted = (times) => times.toSorted((a, b) => a - b);

/** The value that a share of the times does not exceed. */
export const quantile = (times, share) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
export const median = (times) => quantile(times, 0.5);

/**
 * What a thing takes, as a rule. A quick run, beside whatever else a machine does, goes by the
 * calmest tenth of the times, on both sides of a ratio.
 */
const usual = (m, name) => quantile(m[name], m.quick ? 0.1 : 0.5);

/** What two things took that were run one after the other, each time. */
const paired = (m, name, other) =>
  m.quick
    ? usual(m, name) / usual(m, other)
    : median(m[name].map((time, at) => time / m[other][at]));

/** A frame, in ms, on a machine that parses 10,000 words in `PARSE` ms; a slower one has more. */
const FRAME = 16;
const PARSE = 45;
const frame = (m) => Math.max(FRAME, (FRAME * median(m['10k: parser'])) / PARSE);

/** What other work on the machine adds to the slowest twentieth of keys is not held against us. */
const frames = (count) => (m) => count * frame(m);

const analysis = (m, size) =>
  m[`${size}: check`].map((time, at) => Math.max(0, time - m[`${size}: draft`][at]));

const row = (what, unit, value, bound, held = bound) => ({ what, unit, value, bound, held });
const checked = (size, held) => [
  row(
    `check of ${size} words`,
    '× P',
    (m) => paired(m, `${size}: check`, `${size}: parser`),
    () => 0.85,
    () => held.check,
  ),
  row(
    `of that, all but reading markdown`,
    '× P',
    (m) => paired({ ...m, analysis: analysis(m, size) }, 'analysis', `${size}: parser`),
    () => 0.2,
    () => held.analysis,
  ),
];
const typed = (what, key, parser) => [
  row(
    `key, ${what}, p50`,
    '% of P',
    (m) => (100 * usual(m, key)) / usual(m, parser),
    () => 4,
    () => 6,
  ),
  row(`key, ${what}, p95`, 'ms', (m) => quantile(m[key], 0.95), frame, frames(2)),
];

/**
 * The bounds. `held` is what continuous integration holds us to where a bound is not reached yet.
 * A row whose value is not a number was not measured.
 */
export const bounds = [
  ...checked('2k', { check: 1.8, analysis: 1 }),
  ...checked('10k', { check: 1.8, analysis: 1 }),
  ...checked('100k', { check: 1.8, analysis: 1 }),
  row(
    '100k words against 10k',
    '×',
    (m) => median(m['100k: check']) / median(m['10k: check']),
    () => 15,
  ),
  ...typed('10k words', 'key, 10k', '10k: parser'),
  ...typed('seed style, no blank lines', 'key, seed style', 'seed style: parser'),
  ...typed('READMEs', 'key, readmes', 'readmes: parser'),
  row('key, 100k words, p95', 'ms', (m) => quantile(m['key, 100k'], 0.95), frame, frames(3)),
  row(
    'key, 10k words, against harper.js',
    '×',
    (m) => median(m['key, 10k']) / median(m['harper.js']),
    () => 1 / 100,
  ),
  row(
    'key, 10k words, against cspell-lib',
    '×',
    (m) => median(m['key, 10k']) / median(m['cspell-lib']),
    () => 1 / 4,
  ),
  row(
    'key, 10k words, against alex',
    '×',
    (m) => median(m['key, 10k']) / median(m.alex),
    () => 1 / 100,
  ),
  row(
    'didChange to diagnostics, 10k words, p50',
    '× E',
    (m) => usual(m, 'server: key') / usual(m, 'empty: key'),
    () => 6,
    () => 40,
  ),
  row(
    'didChange to diagnostics, 10k words, p95',
    'ms',
    (m) => quantile(m['server: key'], 0.95),
    frame,
    frames(2),
  ),
  row(
    'start to initialize',
    '× E',
    (m) => paired(m, 'server: start', 'empty: start'),
    () => 1.2,
    () => 1.3,
  ),
  row(
    'memory, idle',
    '× E',
    (m) => median(m['server: idle']) / median(m['empty: idle']),
    () => 1.3,
    () => 1.6,
  ),
  row(
    'memory after 500 keys in 10k words',
    '× E',
    (m) => median(m['server: after']) / median(m['empty: after']),
    () => 2,
    () => 2.6,
  ),
  row(
    'command line, one file of 2k words',
    '× parse-only',
    (m) => paired(m, 'cli: file', 'parse-only: file'),
    () => 1.5,
    () => 2.3,
  ),
  row(
    'command line, 1,000 files of 1k words',
    '× parse-only',
    (m) => paired(m, 'cli: folder', 'parse-only: folder'),
    () => 0.9,
    () => 1.6,
  ),
  row(
    'command line, 1,000 files, textlint with write-good',
    '× ours',
    (m) => paired(m, 'textlint: folder', 'cli: folder'),
    () => -2.5,
  ),
  row(
    'dist/server.js, minified',
    'KB',
    (m) => m['size: server'][0] / 1024,
    () => 650,
  ),
  row(
    'dist/library.json',
    'KB',
    (m) => m['size: library'][0] / 1024,
    () => 400,
  ),
];

/** A bound below nothing is one to be exceeded. */
export function verdictOn({ value, bound, held }, measured) {
  let reached = NaN;
  try {
    reached = value(measured);
  } catch {
    // Not measured in this run.
  }
  const most = bound(measured);
  const keeps = (limit) => (limit < 0 ? reached >= -limit : reached <= limit);
  const lax = held(measured);
  return {
    reached,
    most,
    met: keeps(most),
    broken: !Number.isNaN(reached) && !keeps(lax < 0 ? lax / 1.5 : lax * 1.5),
  };
}
