/**
 * Inverts a symmetric positive definite matrix in place by sweeping one diagonal element after another (Goodnight 1979): only the lower
 * triangle is worked on and mirrored in the end.
 * @param {Float64Array} matrix Row by row, size × size.
 * @param {number} size
 */
export const invertInPlace = (matrix, size) => {
  const column = new Float64Array(size);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = matrix[pivot * size + pivot];
    if (!(own > 0)) throw new Error('The matrix is not positive definite');
    for (let at = 0; at < size; at += 1) column[at] = at < pivot ? matrix[pivot * size + at] : matrix[at * size + pivot];
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = column[row] / own;
      if (factor === 0) continue;
      const start = row * size;
      for (let at = 0; at <= row; at += 1) matrix[start + at] -= factor * column[at];
    }
    for (let at = 0; at < size; at += 1) {
      const value = column[at] / own;
      if (at < pivot) matrix[pivot * size + at] = value;
      else if (at > pivot) matrix[at * size + pivot] = value;
    }
    matrix[pivot * size + pivot] = -1 / own;
  }
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at <= row; at += 1) {
      const value = -matrix[row * size + at];
      matrix[row * size + at] = value;
      matrix[at * size + row] = value;
    }
  }
};
