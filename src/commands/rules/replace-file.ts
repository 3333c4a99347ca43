import { randomUUID } from 'node:crypto';
import { access, link, lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';
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

/** What is behind a link, so that the link stays; the name itself where nothing has it. Throws where no file has it: a pipe or a device would be replaced by one. */
const fileBehind = async (fileName: string): Promise<string> => {
  const behind = await realpath(fileName).catch(() => fileName);
  const found = await lstat(behind).catch(() => null);
  if (found !== null && !found.isFile() && !found.isDirectory()) throw new Error('it is no file');
  return behind;
};

/**
 * Writes a file as a whole or not at all: beside its place first, then under its name. What has the name already is replaced only when
 * asked to; where a link has it, what the link leads to. Answers why it could not be written, null when it was.
 */
export const replaceFile = async (fileName: string, text: string, replace: boolean): Promise<string | null> => {
  try {
    const target = replace ? await fileBehind(fileName) : fileName;
    const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
    try {
      await writeFile(beside, text, { flag: 'wx', flush: true });
      await (replace ? rename(beside, target) : link(beside, target));
    } finally {
      await rm(beside, { force: true });
    }
    return null;
  } catch (error) {
    return reasonOf(error);
  }
};
