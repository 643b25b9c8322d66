import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { freePort } from '../../tools/free-port.ts';
import { startProgram } from './start-program.ts';
import { isProblem, type Key, type Tv, TV_ZONE, type TvOptions } from './tv.ts';
import { connectWebDriver } from './webdriver.ts';

/** By WebDriver's table of keys. */
const KEYS: Readonly<Record<Key, string>> = { d: 'd', Enter: '\uE007', Escape: '\uE00C' };
const NOTE_PROBLEMS = `(() => {
  window.problemsNoted = [];
  const note = (problem) => { window.problemsNoted.push(String(problem)); };
  addEventListener('error', ({ message }) => note(message));
  addEventListener('unhandledrejection', ({ reason }) => note(reason));
  const { error } = console;
  console.error = (...said) => { note(said.join(' ')); error.apply(console, said); };
})()`;
const TAKE_PROBLEMS = "(window.problemsNoted || []).splice(0).join('\\n')";

/**
 * Starts WPE WebKit, the browser of set-top boxes, in the small browser that comes with it. It needs
 * no display; its screen has 1280×720 pixels. WebDriver tells no errors: of a page's, only those
 * after it has loaded are noted.
 */
export async function startWebKit({ program, driverProgram, profile }: TvOptions): Promise<Tv> {
  const port = await freePort();
  const driver = startProgram(driverProgram ?? '', [`--port=${port}`], environmentIn(profile));
  try {
    const ask = await connectWebDriver(`http://127.0.0.1:${port}`, {
      'wpe:browserOptions': { binary: program, args: ['--automation', '--headless'] },
    });
    const problems: string[] = [];

    async function evaluate(expression: string): Promise<unknown> {
      const [kind, value] = await ask<[string, unknown]>('POST', '/execute/async', {
        script: `const done = arguments[0];
          Promise.resolve().then(() => (${expression})).then(
            (value) => done(['value', value]),
            (error) => done(['error', String(error)]));`,
        args: [],
      });
      if (kind === 'error') throw new Error(String(value));
      return value;
    }

    /** What a page has noted goes with it. */
    async function collect(): Promise<void> {
      // A page that is hanging or gone has noted nothing.
      const noted = await evaluate(TAKE_PROBLEMS).catch(() => '');
      problems.push(...String(noted).split('\n').filter(isProblem));
    }

    async function load(route: string, body: object): Promise<void> {
      await collect();
      await ask('POST', route, body);
      await evaluate(NOTE_PROBLEMS);
    }

    return {
      problems: async () => {
        await collect();
        return problems;
      },
      open: (url) => load('/url', { url }),
      reload: () => load('/refresh', {}),
      evaluate,
      press: async (key) => {
        const value = KEYS[key];
        const actions = [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ];
        await ask('POST', '/actions', { actions: [{ type: 'key', id: 'remote', actions }] });
      },
      screenshot: async (file) => {
        const picture = await ask<string>('GET', '/screenshot');
        writeFileSync(file, Buffer.from(picture, 'base64'));
      },
      unplug: driver.kill,
    };
  } catch (error) {
    await driver.kill();
    throw error;
  }
}

function environmentIn(profile: string): Readonly<Record<string, string>> {
  const runtime = path.join(profile, 'run');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  return {
    TZ: TV_ZONE,
    HOME: profile,
    XDG_RUNTIME_DIR: runtime,
    XDG_CACHE_HOME: path.join(profile, 'cache'),
    XDG_DATA_HOME: path.join(profile, 'data'),
    // Its sandbox refuses to start as root, which is what most build machines are.
    ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
  };
}
