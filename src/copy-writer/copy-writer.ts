import type { CopyAnswer, CopyRequest } from '../domain/copy/draft-copy.js';
import { postJson, type JsonReply } from './post-json.js';
import { messagesFor } from './prompt.js';
import { readTexts } from './read-answer.js';

/** How the shop's copy writer is reached: an OpenAI-compatible chat endpoint. */
export interface CopyWriterConfig {
  /** The whole address of its chat completions. */
  readonly url: string;
  /** Sent as a bearer token; null for none. */
  readonly apiKey: string | null;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Writes drafts. */
export interface CopyWriter {
  /** How long one call may take. */
  readonly timeoutMs: number;
  /** Asks for drafts; gives up when the signal is aborted. Never rejects, and never says more than one sentence of what went wrong. */
  write(request: CopyRequest, signal: AbortSignal): Promise<CopyAnswer>;
}

const failed = (message: string): CopyAnswer => ({ ok: false, message });

const NOT_CONFIGURED = 'The shop has no copy writer: the operator has to set COPY_WRITER_URL and COPY_WRITER_MODEL';
const NOT_TEXTS = 'The copy writer answered with something else than texts for the audiences';

const NO_COPY_WRITER: CopyWriter = { timeoutMs: 0, write: async () => failed(NOT_CONFIGURED) };

/** The platform's code of a failed connection (ECONNREFUSED); everything else that an error says may quote an address or an answer. */
const codeOf = (error: unknown): string | null => {
  const cause: unknown = error instanceof Error ? error.cause : null;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
};

const unreachable = (error: unknown): CopyAnswer => {
  const code = codeOf(error);
  return failed(`The copy writer cannot be reached${code === null ? '' : ` (${code})`}`);
};

const understand = ({ status, body }: JsonReply, audiences: number, model: string): CopyAnswer => {
  if (status >= 300 && status < 400) return failed(`The copy writer answered with status ${status}: redirects are not followed`);
  if (status !== 200) return failed(`The copy writer answered with status ${status}`);
  if (body === null) return failed('The copy writer answered with more than can be read');
  const read = readTexts(body, audiences);
  return read === null ? failed(NOT_TEXTS) : { ok: true, texts: read.texts, model: read.model ?? model };
};

const chatWriter = ({ url, apiKey, model, timeoutMs }: CopyWriterConfig): CopyWriter => ({
  timeoutMs,
  write: async (request, signal) => {
    const late = AbortSignal.timeout(timeoutMs);
    try {
      const body = { model, messages: messagesFor(request), stream: false };
      const reply = await postJson({ url, apiKey, body, signal: AbortSignal.any([signal, late]) });
      return understand(reply, request.audiences.length, model);
    } catch (error) {
      if (signal.aborted) return failed('The request was given up before the copy writer answered');
      return late.aborted ? failed(`The copy writer did not answer within ${timeoutMs / 1_000} s`) : unreachable(error);
    }
  },
});

/** The copy writer that is configured; where none is, one that says so. */
export const createCopyWriter = (config: CopyWriterConfig | null): CopyWriter =>
  config === null ? NO_COPY_WRITER : chatWriter(config);
