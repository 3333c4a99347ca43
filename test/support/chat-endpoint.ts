import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in was asked. */
export interface AskedOfChat {
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly [name: string]: unknown;
  };
}

/** A stand-in for an OpenAI-compatible endpoint, on this machine. */
export interface ChatEndpoint {
  /** The whole address of its chat completions. */
  readonly url: string;
  readonly asked: AskedOfChat[];
  /** How many callers left before they were answered. */
  readonly left: () => number;
  /** How it answers from now on. */
  answer(respond: (response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** The body of a chat completion that says this. */
export const completion = (content: unknown, model: unknown = 'stand-in-1'): string =>
  JSON.stringify({ id: 'c1', object: 'chat.completion', model, choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });

/** A completion with these texts, each for its audience. */
export const completionOf = (...texts: readonly (string | null)[]): string =>
  completion(JSON.stringify({ texts: texts.map((text, audience) => ({ audience, text })) }));

/** Answers with a status and a body. */
export const sends =
  (body: string, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
};

/** Starts the stand-in; it answers with no texts until it is told how. */
export const startChatEndpoint = async (): Promise<ChatEndpoint> => {
  const asked: AskedOfChat[] = [];
  let left = 0;
  let respond: (response: ServerResponse) => void = sends(completionOf());
  const server = createServer((request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) left += 1;
    });
    void textOf(request).then((text) => {
      asked.push({ headers: request.headers, body: JSON.parse(text) });
      respond(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/v1/chat/completions`,
    asked,
    left: () => left,
    answer: (next) => {
      respond = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
