import type { Unreadable } from './reader.js';

/** A lane could not answer at all because of what could not be read; with anything to show it answers degraded instead. */
export class LaneUnavailable extends Error {
  readonly unreadable: readonly Unreadable[];

  constructor(unreadable: Iterable<Unreadable>) {
    super('The recommendations could not be read in time');
    this.name = 'LaneUnavailable';
    this.unreadable = [...unreadable];
  }
}
