import { createReadStream } from 'node:fs';

/** A larger file is not read. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

/** The text of a rules file, or why there is none, in words for the user. */
export type RuleText = { readonly text: string } | { readonly refusal: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by this user',
};

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS[code] ?? error.message;
};

const readAll = async (stream: NodeJS.ReadableStream): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > LARGEST_FILE_BYTES) return null;
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
};

const decode = (bytes: Buffer): RuleText => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { refusal: 'it is not text in UTF-8' };
  }
};

/** Reads a rules file by name, `-` being standard input. At most 10 MiB, in UTF-8. */
export const readRuleText = async (fileName: string, stdin: NodeJS.ReadableStream): Promise<RuleText> => {
  try {
    const bytes = await readAll(fileName === '-' ? stdin : createReadStream(fileName));
    return bytes === null ? { refusal: 'it is larger than 10 MiB' } : decode(bytes);
  } catch (error) {
    return { refusal: reasonOf(error) };
  }
};
