import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Example } from './example.js';
import { readPageFiles, type PageFile } from './files.js';
import { PAGE_SCRIPT } from './page-script.js';
import { CONTENT_SECURITY_POLICY, PAGE_STYLE, PLAYGROUND_PAGE, PLAYGROUND_PATH } from './page.js';

const protect = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin');

const ownFiles: readonly PageFile[] = [
  { name: 'page.js', contentType: 'text/javascript; charset=utf-8', contents: Buffer.from(PAGE_SCRIPT) },
  { name: 'page.css', contentType: 'text/css; charset=utf-8', contents: Buffer.from(PAGE_STYLE) },
];

/**
 * Reads the page's files and answers what adds its routes to a gateway: the page at `/`, everything else below `/playground`. The examples
 * are made anew for every page.
 * @throws Error when the development dependencies are missing.
 */
export const createPlayground = async (examples: () => readonly Example[]): Promise<(app: FastifyInstance) => void> => {
  const files = [...(await readPageFiles()), ...ownFiles];
  return (app) => {
    app.get('/', (_, reply) => protect(reply).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(PLAYGROUND_PAGE));
    app.get(`${PLAYGROUND_PATH}/examples.json`, (_, reply) => protect(reply).header('cache-control', 'no-store').send(examples()));
    for (const { name, contentType, contents } of files) {
      app.get(`${PLAYGROUND_PATH}/${name}`, (_, reply) =>
        protect(reply).type(contentType).header('cache-control', 'no-cache').send(contents),
      );
    }
  };
};
