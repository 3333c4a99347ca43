/** A request to an endpoint that is not ours. */
export interface JsonPost {
  readonly url: string;
  readonly apiKey: string | null;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

/** What came back; the body is null when it was longer than is read. */
export interface JsonReply {
  readonly status: number;
  readonly body: string | null;
}

/** Bytes of an answer at most: ten texts of 200 characters are a few kilobytes, whatever else is said around them. */
const LARGEST_ANSWER = 256 * 1_024;

const readBody = async (stream: ReadableStream<Uint8Array> | null): Promise<string | null> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > LARGEST_ANSWER) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

/** Posts JSON, follows no redirect, and reads a bounded answer. Rejects when the endpoint cannot be reached or the signal is aborted. */
export const postJson = async ({ url, apiKey, body, signal }: JsonPost): Promise<JsonReply> => {
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(body),
    signal,
  });
  if (response.status === 200) return { status: 200, body: await readBody(response.body) };
  await response.body?.cancel();
  return { status: response.status, body: '' };
};
