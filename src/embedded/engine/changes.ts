/** One step of what a command did, as the log keeps it. `docs` are whole documents for `put`, `{_id}` for `delete`, the specification for `createIndex`. */
export interface Change {
  readonly op: 'put' | 'delete' | 'createIndex' | 'drop';
  readonly namespace: string;
  readonly docs: Buffer[];
}

/** Collects what one command changed in memory, in order, so that it becomes one log record. */
export class Changes {
  readonly list: Change[] = [];

  /** Notes a step; neighbours of the same kind share an entry. */
  add(op: Change['op'], namespace: string, doc?: Buffer): void {
    const last = this.list.at(-1);
    if (last?.op === op && last.namespace === namespace && doc !== undefined) last.docs.push(doc);
    else this.list.push({ op, namespace, docs: doc === undefined ? [] : [doc] });
  }
}
