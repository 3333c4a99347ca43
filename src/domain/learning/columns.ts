const FIRST_CAPACITY = 1024;

/** The number at a place inside the column. Places outside hold 0. */
export const uintAt = (column: Uint32Array, index: number): number => column[index] ?? 0;

/** The number at a place inside the column. Places outside hold 0. */
export const intAt = (column: Int32Array, index: number): number => column[index] ?? 0;

/**
 * The number at a place inside the column. Places outside hold 0: asked for and not read, since one read beyond an end makes every later read
 * here several times slower (V8 then takes none of them for a number).
 */
export const floatAt = (column: Float64Array, index: number): number => (index < column.length ? (column[index] ?? 0) : 0);

/** Whole numbers that several threads can read without copying them, all 0. Of what is never touched the system provides nothing. */
export const sharedUints = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));

/** Numbers that several threads can read without copying them, all 0. */
export const sharedFloats = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));

/** Whole numbers from 0 to 2³²−1 in a row that grows: eight times smaller than an array of objects with one number each. */
export class UintColumn {
  #values = new Uint32Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers so far: a view that shares memory with the column. */
  values(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }

  /** Hands over the numbers so far: the column is empty afterwards and holds no memory. */
  take(): Uint32Array {
    const values = this.values();
    this.#values = new Uint32Array(FIRST_CAPACITY);
    this.#length = 0;
    return values;
  }
}

/** Numbers in a row that grows. */
export class FloatColumn {
  #values = new Float64Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Float64Array(this.#length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** The numbers so far: a view that shares memory with the column. */
  values(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  /** Hands over the numbers so far: the column is empty afterwards and holds no memory. */
  take(): Float64Array {
    const values = this.values();
    this.#values = new Float64Array(FIRST_CAPACITY);
    this.#length = 0;
    return values;
  }
}
