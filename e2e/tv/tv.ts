import type { Size } from '../../tools/look-sizes.ts';

/** A TV as a scenario sees it: a browser on a profile, with one page. */
export type Tv = {
  /** Loads an address; resolves when the page has loaded, from wherever it came. */
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Value of an expression in the page, which may be a promise; it must survive JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses a key of the remote and lets it go. */
  readonly press: (key: Key) => Promise<void>;
  /** Gives its screen another size; absent where it has one only. */
  readonly resize?: (size: Size) => Promise<void>;
  /** Writes a picture of the screen as PNG. */
  readonly screenshot: (file: string) => Promise<void>;
  /** Errors of the page so far, such as exceptions; a network that fails is not one. */
  readonly problems: () => Promise<readonly string[]>;
  /** Ends the browser, as hard as its driver can: where possible, as pulling the plug does. */
  readonly unplug: () => Promise<void>;
};

export type Key = 'd' | 'Enter' | 'Escape';

export type TvOptions = {
  /** Path of the browser. */
  readonly program: string;
  /** Path of what drives it, if that is another program. */
  readonly driverProgram?: string | undefined;
  /** Folder of its profile; the same folder is the same TV. */
  readonly profile: string;
};

/** Starts a browser. Rejects if it does not start within a minute. */
export type StartTv = (options: TvOptions) => Promise<Tv>;

/**
 * Messages of browsers that are no fault of the page: networks fail in most scenarios, and older
 * engines say which parts of the content policy they do not know.
 */
const NO_PROBLEM = /^Failed to load resource: |net::ERR_|^Unrecognized Content-Security-Policy/;

/** Whether what a browser reported as an error is one of the page. */
export function isProblem(message: string): boolean {
  return message !== '' && !NO_PROBLEM.test(message);
}

/** A TV's own zone must not matter, so it is not the school's. */
export const TV_ZONE = 'America/New_York';
export const TV_SIZE: Size = { width: 1920, height: 1080 };
