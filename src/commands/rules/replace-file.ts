import { randomUUID } from 'node:crypto';
import { access, link, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const reasonOf = (error: unknown): string => {
  if (codeOf(error) === 'EEXIST') return 'it is there already';
  if (codeOf(error) === 'ENOENT') return 'there is no such folder';
  if (codeOf(error) === 'EISDIR') return 'it is a folder';
  return error instanceof Error ? error.message : String(error);
};

/** Whether something has this name. */
export const alreadyThere = async (fileName: string): Promise<boolean> =>
  access(fileName).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );

/**
 * Writes a file as a whole or not at all: beside its place first, then under its name. What has the name already is replaced only when
 * asked to. Answers why it could not be written, null when it was.
 */
export const replaceFile = async (fileName: string, text: string, replace: boolean): Promise<string | null> => {
  const beside = join(dirname(fileName), `.${basename(fileName)}.${randomUUID()}`);
  try {
    await writeFile(beside, text, { flag: 'wx', flush: true });
    await (replace ? rename(beside, fileName) : link(beside, fileName));
    return null;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await rm(beside, { force: true });
  }
};
