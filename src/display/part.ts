/** A module that is fetched when something first wants it. */
export type Part<Module> = {
  /** The module, once it is here. */
  readonly here: () => Module | undefined;
  /** Fetches it; calls join until it has failed for a while. Rejects when it does not come. */
  readonly load: () => Promise<Module>;
};

const RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 600_000;

/** A part that `load` imports: a function with nothing but an `import()` in it. */
export function part<Module>(load: () => Promise<Module>): Part<Module> {
  let module: Module | undefined;
  let loading: Promise<Module> | undefined;
  let failures = 0;
  return {
    here: () => module,
    load: () => (loading = loading || fetched()),
  };

  async function fetched(): Promise<Module> {
    try {
      module = await (failures === 0 ? load() : loadAgain(load, failures));
      return module;
    } catch (error) {
      failures++;
      setTimeout(() => (loading = undefined), Math.min(failures * RETRY_MS, LONGEST_RETRY_MS));
      throw error;
    }
  }
}

/**
 * Imports under an address that was not asked for before: an older engine remembers what did not
 * come, and never asks for it again. The build has written the address into `load`.
 */
async function loadAgain<Module>(load: () => Promise<Module>, attempt: number): Promise<Module> {
  const [, address] = /import\(\s*["'`](.+?)["'`]/.exec(String(load)) || [];
  return address === undefined ? load() : import(/* @vite-ignore */ `${address}?${attempt}`);
}
