import type { FastifyReply } from 'fastify';

import { refusalBody, type Refusal } from './errors.js';

/** One answer for every missing or wrong credential or token, so that nothing can be learned from it. */
export const UNAUTHENTICATED: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'Credentials are missing or not valid',
};
/** More requests are under way than may be. */
export const OVERLOADED: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'Too many requests are under way: try again shortly',
  headers: { 'retry-after': '1' },
};
/** The request took longer than it may. */
export const DEADLINE_EXCEEDED: Refusal = {
  status: 503,
  code: 'DEADLINE_EXCEEDED',
  message: 'The answer was not ready in time',
};
/** The caller's token cannot be judged, because the keys cannot be fetched. */
export const IDENTITY_UNAVAILABLE: Refusal = {
  status: 503,
  code: 'IDENTITY_UNAVAILABLE',
  message: 'Tokens cannot be verified at the moment: try again shortly',
  headers: { 'retry-after': '1' },
};
/** Only JSON is read. */
export const NOT_JSON: Refusal = {
  status: 415,
  code: 'UNSUPPORTED_MEDIA_TYPE',
  message: 'Send application/json',
};
/** The body is not JSON. */
export const BROKEN_BODY: Refusal = { status: 400, code: 'BAD_REQUEST', message: 'The body is not a JSON object that can be read' };
/** The body has more bytes than are read. */
export const BODY_TOO_LARGE: Refusal = { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'The body is too large' };
/** There is nothing at this path. */
export const NO_SUCH_ROUTE: Refusal = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here' };

/** The path exists, the method does not. */
export const methodNotAllowed = (allow: string): Refusal => ({
  status: 405,
  code: 'METHOD_NOT_ALLOWED',
  message: `Use ${allow}`,
  headers: { allow },
});

/** The document asks for more than one request may. */
export const limitExceeded = (message: string): Refusal => ({ status: 400, code: 'LIMIT_EXCEEDED', message });

/** Answers a refusal. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .code(refusal.status)
    .headers(refusal.headers ?? {})
    .type('application/json; charset=utf-8')
    .send(refusalBody(refusal));
}
