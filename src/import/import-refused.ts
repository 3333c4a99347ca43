/** A file that cannot be imported at all, as the caller asked for it: the message is for the caller. Nothing was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}
