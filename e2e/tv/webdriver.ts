const START_TIMEOUT_MS = 30_000;
const ANSWER_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

/** Asks for a route below the session's. Rejects with what the driver says, or after a minute. */
export type WebDriver = <Value>(
  method: 'GET' | 'POST',
  route: string,
  body?: object,
) => Promise<Value>;

/** Begins a session with a WebDriver that has just been started: https://www.w3.org/TR/webdriver2/ */
export async function connectWebDriver(origin: string, capabilities: object): Promise<WebDriver> {
  await untilListening(origin);
  const { sessionId } = await ask<{ sessionId: string }>('POST', `${origin}/session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  return (method, route, body) => ask(method, `${origin}/session/${sessionId}${route}`, body);
}

async function untilListening(origin: string): Promise<void> {
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += POLL_MS) {
    const isListening = await fetch(`${origin}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isListening) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`There is no WebDriver at ${origin}`);
}

async function ask<Value>(method: string, url: string, body?: object): Promise<Value> {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
