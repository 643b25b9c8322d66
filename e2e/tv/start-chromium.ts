import { writeFileSync } from 'node:fs';

import { launchOptions } from '../../tools/browser.ts';
import { connectDevTools } from './devtools.ts';
import { startProgram } from './start-program.ts';
import { isProblem, type Key, type Tv, TV_SIZE, TV_ZONE, type TvOptions } from './tv.ts';

const START_TIMEOUT_MS = 60_000;
const LOAD_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
const LISTENING = /DevTools listening on ws:\/\/([\d.:]+)/;
/** Code and text of a key; the text is what makes it a press rather than a movement. */
const KEYS: Readonly<Record<Key, readonly [code: number, text: string]>> = {
  d: [68, 'd'],
  Enter: [13, '\r'],
  Escape: [27, ''],
};

type Evaluated = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: Thrown;
};
type Thrown = { readonly text: string; readonly exception?: { readonly description?: string } };

/** Starts a Chromium of any age, headless, by its DevTools protocol alone: no driver knows them all. */
export async function startChromium({ program, profile }: TvOptions): Promise<Tv> {
  const browser = startProgram(
    program,
    [
      ...launchOptions(program).args,
      '--headless',
      '--remote-debugging-port=0',
      '--remote-debugging-address=127.0.0.1',
      '--disable-dev-shm-usage',
      `--user-data-dir=${profile}`,
      `--window-size=${TV_SIZE.width},${TV_SIZE.height}`,
      'about:blank',
    ],
    { TZ: TV_ZONE },
  );
  const problems: string[] = [];
  try {
    const address = await browser.says(LISTENING, START_TIMEOUT_MS);
    const devTools = await connectDevTools(await pageAt(address), (event, parameters) => {
      const problem = problemIn(event, parameters);
      if (problem !== undefined && isProblem(problem)) problems.push(problem);
      // Nothing that it is asked is ever answered.
      if (event === 'Inspector.targetCrashed') devTools.close();
    });
    const { call } = devTools;
    for (const domain of ['Inspector', 'Page', 'Runtime', 'Log']) await call(`${domain}.enable`);

    async function loadBy(method: string, parameters: object): Promise<void> {
      const loaded = devTools.next('Page.loadEventFired');
      const { errorText } = await call<{ errorText?: string }>(method, parameters);
      if (errorText !== undefined) throw new Error(`${method}: ${errorText}`);
      await inTime(loaded, LOAD_TIMEOUT_MS, `The page does not load after ${method}`);
    }

    return {
      problems: () => Promise.resolve(problems),
      open: (url) => loadBy('Page.navigate', { url }),
      reload: () => loadBy('Page.reload', {}),
      evaluate: async (expression) => {
        const { result, exceptionDetails } = await call<Evaluated>('Runtime.evaluate', {
          expression,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(thrown(exceptionDetails));
        return result.value;
      },
      press: async (key) => {
        const [code, text] = KEYS[key];
        const pressed = { key, windowsVirtualKeyCode: code };
        await call('Input.dispatchKeyEvent', { ...pressed, type: 'keyDown', text });
        await call('Input.dispatchKeyEvent', { ...pressed, type: 'keyUp' });
      },
      resize: async (size) => {
        const metrics = { ...size, deviceScaleFactor: 1, mobile: false };
        await call('Emulation.setDeviceMetricsOverride', metrics);
      },
      screenshot: async (file) => {
        const { data } = await call<{ data: string }>('Page.captureScreenshot', { format: 'png' });
        writeFileSync(file, Buffer.from(data, 'base64'));
      },
      unplug: async () => {
        await browser.kill();
        devTools.close();
      },
    };
  } catch (error) {
    await browser.kill();
    throw error;
  }
}

/** Address of the page's socket; the page comes a little later than the browser. */
async function pageAt(address: string): Promise<string> {
  for (let waited = 0; waited < START_TIMEOUT_MS; waited += POLL_MS) {
    const answer = await fetch(`http://${address}/json/list`);
    const targets: { type: string; webSocketDebuggerUrl: string }[] = await answer.json();
    const page = targets.find(({ type }) => type === 'page');
    if (page) return page.webSocketDebuggerUrl;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('The browser opens no page');
}

function inTime<Value>(awaited: Promise<Value>, ms: number, otherwise: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(otherwise)), ms);
    awaited.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

type Told = {
  readonly exceptionDetails?: Thrown;
  readonly type?: string;
  readonly args?: readonly { readonly value?: unknown; readonly description?: string }[];
  readonly entry?: { readonly level: string; readonly text: string; readonly source: string };
};

/** What an event says went wrong in the page: an exception, an error of its own, or of the browser's. */
function problemIn(event: string, parameters: unknown): string | undefined {
  const told: Told = typeof parameters === 'object' && parameters !== null ? parameters : {};
  switch (event) {
    case 'Inspector.targetCrashed':
      return 'The page has crashed';
    case 'Runtime.exceptionThrown':
      return told.exceptionDetails && thrown(told.exceptionDetails);
    case 'Runtime.consoleAPICalled':
      if (told.type !== 'error') return undefined;
      return told.args?.map(({ value, description }) => description ?? String(value)).join(' ');
    case 'Log.entryAdded':
      if (told.entry?.level !== 'error' || told.entry.source === 'network') return undefined;
      return told.entry.text;
    default:
      return undefined;
  }
}

function thrown({ text, exception }: Thrown): string {
  return exception?.description ?? text;
}
