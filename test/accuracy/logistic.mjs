// Logistic regression with a quadratic penalty: sparse rows, no chance, the same numbers each time.

const STEPS = 120;
/** How many of the last steps tell of the curvature (L-BFGS; Nocedal, 1980). */
const MEMORY = 8;
/** A slope this small, beside that at the start, is none. */
const FLAT = 1e-4;

/**
 * `rows` are [[column, value]…]; `terms` are what is asked of each row: {row, of, yes, weight}, where
 * `of` numbers the question. All questions share the coefficients and have a bias each. `strength`
 * is how much an error counts beside the penalty. Gives {coefficients, biases}.
 */
export function fit(rows, terms, { columns, questions = 1, strength }) {
  const loss = lossOf(rows, terms, columns, strength);
  let at = new Float64Array(columns + questions);
  let { value, slope } = loss(at);
  const enough = length(slope) * FLAT;
  const past = [];
  for (let step = 0; step < STEPS && length(slope) > enough; step++) {
    const way = downhill(slope, past);
    const steep = dot(slope, way);
    let pace = past.length === 0 ? 1 / length(slope) : 1;
    let there = plus(at, way, pace);
    let next = loss(there);
    // Armijo: half as far, until the loss falls as the slope promises.
    while (next.value > value + 1e-4 * pace * steep && pace > 1e-10) {
      pace /= 2;
      there = plus(at, way, pace);
      next = loss(there);
    }
    const moved = plus(there, at, -1);
    const turned = plus(next.slope, slope, -1);
    if (dot(moved, turned) > 0) past.push({ moved, turned });
    if (past.length > MEMORY) past.shift();
    at = there;
    ({ value, slope } = next);
  }
  return { coefficients: at.subarray(0, columns), biases: [...at.subarray(columns)] };
}

/** The slope, turned by what the last steps tell of the curvature. */
function downhill(slope, past) {
  let way = slope.map((value) => -value);
  const shares = [];
  for (const { moved, turned } of past.toReversed()) {
    const share = dot(moved, way) / dot(moved, turned);
    shares.unshift(share);
    way = plus(way, turned, -share);
  }
  const last = past.at(-1);
  if (last) {
    const scale = dot(last.moved, last.turned) / dot(last.turned, last.turned);
    way = way.map((value) => value * scale);
  }
  for (const [index, { moved, turned }] of past.entries())
    way = plus(way, moved, shares[index] - dot(turned, way) / dot(moved, turned));
  return way;
}

function lossOf(rows, terms, columns, strength) {
  return (point) => {
    const slope = point.map((value, i) => (i < columns ? value : 0));
    let value = dot(slope, slope) / 2;
    for (const { row, of, yes, weight } of terms) {
      let sum = point[columns + of];
      for (const [column, count] of rows[row]) sum += point[column] * count;
      const margin = yes ? sum : -sum;
      value += strength * weight * (Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin))));
      const error = strength * weight * (1 / (1 + Math.exp(-sum)) - (yes ? 1 : 0));
      slope[columns + of] += error;
      for (const [column, count] of rows[row]) slope[column] += error * count;
    }
    return { value, slope };
  };
}

function dot(one, other) {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum;
}

const length = (one) => Math.sqrt(dot(one, one));
const plus = (one, other, times) => one.map((value, i) => value + times * other[i]);
