/** What of a request the hot routes look at. */
export type RequestFacts = {
  readonly method: string;
  /** Without the query: nothing in it changes an answer. */
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  readonly acceptEncoding?: string | undefined;
  /** What it came on, if that may bring more: the same object each time. */
  readonly connection?: object | undefined;
};

/** An answer but for what every answer carries: the time and the security fields. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** A browser shows and runs nothing that comes of it: it goes without the security fields. */
  readonly isUnguarded?: boolean;
};

/** An answer that tells what is wrong in a sentence, as JSON. */
export function refusal(
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: new TextEncoder().encode(JSON.stringify({ error })),
  };
}

/** Whether a route that only reads may answer; `Allow` names the methods otherwise. */
export function refusedMethod({ method }: RequestFacts): Answer | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  return refusal(405, `This address answers GET and HEAD, not ${method}`, { allow: 'GET, HEAD' });
}
