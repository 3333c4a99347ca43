// Logistic regression by Newton's method: few coefficients, many rows, no dependency.

/** Rounds are a dozen at most on data that says anything; more means that it does not. */
const MOST_ROUNDS = 50;
const CLOSE_ENOUGH = 1e-9;

/**
 * Rows to fit on. `features` holds `width` numbers per row, one row after another; `offsets` are added to a row's log-odds as they are.
 * @typedef {{ width: number, features: Float64Array, labels: Uint8Array, offsets: Float64Array, weights: Float64Array }} Rows
 */

/** Solves a symmetric positive definite system by Cholesky's decomposition, in place. */
const solve = (matrix, vector) => {
  const size = vector.length;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column];
      for (let at = 0; at < column; at += 1) sum -= matrix[row * size + at] * matrix[column * size + at];
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / matrix[column * size + column];
    }
  }
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < row; at += 1) vector[row] -= matrix[row * size + at] * vector[at];
    vector[row] /= matrix[row * size + row];
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let at = row + 1; at < size; at += 1) vector[row] -= matrix[at * size + row] * vector[at];
    vector[row] /= matrix[row * size + row];
  }
  return vector;
};

/** Gradient and curvature of the log-likelihood, summed over all rows. */
const slopes = ({ width, features, labels, offsets, weights }, coefficients) => {
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (let row = 0; row < labels.length; row += 1) {
    const start = row * width;
    let logOdds = offsets[row];
    for (let at = 0; at < width; at += 1) logOdds += coefficients[at] * features[start + at];
    const chance = 1 / (1 + Math.exp(-logOdds));
    const error = weights[row] * (labels[row] - chance);
    const weight = weights[row] * chance * (1 - chance);
    for (let at = 0; at < width; at += 1) {
      gradient[at] += error * features[start + at];
      const scaled = weight * features[start + at];
      for (let other = 0; other <= at; other += 1) curvature[at * width + other] += scaled * features[start + other];
    }
  }
  return { gradient, curvature };
};

/**
 * The coefficients that make the labels likeliest, less half of `ridge` times their squares, by Newton's method. Columns of `unpenalised`, the
 * intercepts, are not drawn towards 0.
 * @param {Rows} rows
 * @param {{ ridge: number, unpenalised: ReadonlySet<number> }} settings
 * @returns {Float64Array}
 */
export const fitLogistic = (rows, { ridge, unpenalised }) => {
  const { width } = rows;
  const coefficients = new Float64Array(width);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { gradient, curvature } = slopes(rows, coefficients);
    for (let at = 0; at < width; at += 1) {
      // A column that is always 0 would leave nothing to divide by.
      curvature[at * width + at] += unpenalised.has(at) ? 1e-12 : ridge;
      if (!unpenalised.has(at)) gradient[at] -= ridge * coefficients[at];
    }
    const step = solve(curvature, gradient);
    for (let at = 0; at < width; at += 1) coefficients[at] += step[at];
    if (step.every((change) => Math.abs(change) < CLOSE_ENOUGH)) break;
  }
  return coefficients;
};
