import { CommandError } from '../errors.js';

const STEPS_BETWEEN_LOOKS = 64;

/** The time limit of one command; scans ask it as they go. */
export class Deadline {
  readonly #at: number;
  #steps = 0;

  /** @param maxTimeMs 0 means no limit */
  constructor(maxTimeMs: number) {
    this.#at = maxTimeMs > 0 ? performance.now() + maxTimeMs : Number.POSITIVE_INFINITY;
  }

  /**
   * Call once per document looked at.
   * @throws CommandError MaxTimeMSExpired
   */
  check(): void {
    this.#steps += 1;
    if (this.#steps % STEPS_BETWEEN_LOOKS !== 0 || performance.now() < this.#at) return;
    throw new CommandError('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}
