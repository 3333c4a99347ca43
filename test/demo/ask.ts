/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string }[];
    readonly extensions?: Record<string, unknown>;
  };
}

/** Sends a query to the gateway at this front door. */
export const ask = async (gatewayUrl: string, request: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
};
