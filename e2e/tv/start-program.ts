import { spawn } from 'node:child_process';

export type Program = {
  /** Resolves with the first group of a pattern in what it says. Rejects if it ends or takes too long. */
  readonly says: (pattern: RegExp, timeoutMs: number) => Promise<string>;
  /** Kills it and all that it has started. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

const MOST_KEPT = 4_000;

/** Starts a program that may start others, such as a browser. */
export function startProgram(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    // A process group of its own, so that its children can be ended with it.
    detached: true,
  });
  let said = '';
  let hasEnded = false;
  const listeners = new Set<() => void>();
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      process.off('exit', killGroup);
      resolve();
      tell();
    };
    child.once('error', (error) => {
      said += error.message;
      end();
    });
    child.once('exit', end);
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-MOST_KEPT);
      tell();
    });
  }
  process.once('exit', killGroup);

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function killGroup(): void {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All of them have ended.
    }
  }

  return {
    says: (pattern, timeoutMs) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          listeners.delete(look);
          settle();
        };
        const fail = (what: string) => {
          finish(() => reject(new Error(`${program} ${what}:\n${said.slice(-800)}`)));
        };
        const timer = setTimeout(() => fail(`does not say ${String(pattern)}`), timeoutMs);
        const look = () => {
          const found = pattern.exec(said)?.[1];
          if (found !== undefined) finish(() => resolve(found));
          else if (hasEnded) fail('has ended');
        };
        listeners.add(look);
        look();
      }),
    kill: async () => {
      killGroup();
      await ended;
    },
  };
}
