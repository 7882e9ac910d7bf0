/** What the suite uses of node:assert, for the web worker, which has no Node. The bundler puts it in. */

function assert(value: unknown, message = `${show(value)} is not true`): asserts value {
  if (value === undefined || value === null || value === false || value === 0 || value === '')
    throw new Error(message);
}

const show = (value: unknown): string =>
  value === undefined ? 'undefined' : JSON.stringify(value);

export default Object.assign(assert, {
  ok: assert,
  equal: (actual: unknown, expected: unknown, message = 'not equal') =>
    assert(Object.is(actual, expected), `${message}: ${show(actual)} is not ${show(expected)}`),
  deepEqual: (actual: unknown, expected: unknown, message = 'not equal') =>
    assert(show(actual) === show(expected), `${message}: ${show(actual)} is not ${show(expected)}`),
  match: (actual: string, pattern: RegExp) =>
    assert(pattern.test(actual), `${show(actual)} does not match ${String(pattern)}`),
});
