import type { CopyWriterConfig } from '../copy-writer/copy-writer.js';
import type { Problem } from './problem.js';

type Environment = Readonly<Record<string, string>>;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const DEFAULT_TIMEOUT_MS = 10_000;
const LONGEST_TIMEOUT_MS = 120_000;

const urlProblem = (text: string, production: boolean): string | null => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && (url.username !== '' || url.password !== '')) return 'must not hold a name or password: use COPY_WRITER_API_KEY';
  if (url?.protocol === 'https:') return null;
  if (url?.protocol === 'http:' && (!production || LOOPBACK.test(url.hostname))) return null;
  return 'must be an https:// address (http:// only outside production, or on this machine)';
};

const modelProblem = (model: string | undefined): string | null => {
  if (model === undefined) return 'is required with COPY_WRITER_URL: drafts state the model that wrote them';
  return /^[\x21-\x7e]{1,100}$/.test(model) ? null : 'must be 1 to 100 printable characters without spaces';
};

const keyProblem = (key: string | undefined): string | null =>
  key === undefined || /^[\x21-\x7e]{1,1024}$/.test(key) ? null : 'must be 1 to 1024 printable characters without spaces';

const timeoutProblem = (text: string | undefined): string | null => {
  const isWhole = text === undefined || /^\d{1,9}$/.test(text);
  const ms = Number(text ?? DEFAULT_TIMEOUT_MS);
  return isWhole && ms >= 100 && ms <= LONGEST_TIMEOUT_MS ? null : `must be a whole number from 100 to ${LONGEST_TIMEOUT_MS}`;
};

const problemsOf = (env: Environment, url: string): readonly Problem[] =>
  [
    { variable: 'COPY_WRITER_URL', message: urlProblem(url, env['NODE_ENV'] === 'production') },
    { variable: 'COPY_WRITER_MODEL', message: modelProblem(env['COPY_WRITER_MODEL']) },
    { variable: 'COPY_WRITER_API_KEY', message: keyProblem(env['COPY_WRITER_API_KEY']) },
    { variable: 'COPY_WRITER_TIMEOUT_MS', message: timeoutProblem(env['COPY_WRITER_TIMEOUT_MS']) },
  ].flatMap(({ variable, message }) => (message === null ? [] : [{ variable, message }]));

/** Reads the COPY_WRITER_ variables together; null without COPY_WRITER_URL, or when anything is wrong. */
export function readCopyWriter(env: Environment): { readonly value: CopyWriterConfig | null; readonly problems: readonly Problem[] } {
  const url = env['COPY_WRITER_URL'];
  if (url === undefined) return { value: null, problems: [] };
  const problems = problemsOf(env, url);
  if (problems.length > 0) return { value: null, problems };
  const value: CopyWriterConfig = {
    url,
    apiKey: env['COPY_WRITER_API_KEY'] ?? null,
    model: env['COPY_WRITER_MODEL'] ?? '',
    timeoutMs: Number(env['COPY_WRITER_TIMEOUT_MS'] ?? DEFAULT_TIMEOUT_MS),
  };
  return { value: Object.freeze(value), problems };
}
