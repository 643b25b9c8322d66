import { fork } from 'node:child_process';

import type { FromScreens, Noted, ToScreens } from './messages.ts';

/** The process in which all TVs are. */
export type ScreensClient = {
  /** Resolves when every screen is on. */
  readonly switchOn: (message: Omit<ToScreens & { kind: 'switchOn' }, 'kind'>) => Promise<void>;
  readonly tell: () => Promise<Noted>;
  readonly switchOff: () => Promise<void>;
  readonly end: () => void;
};

/** Starts it. Every function rejects when the process has ended. */
export function startScreens(): ScreensClient {
  const child = fork(new URL('./screens-process.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--max-old-space-size=4096'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });

  function asked<Kind extends FromScreens['kind']>(
    message: ToScreens,
    kind: Kind,
  ): Promise<Extract<FromScreens, { readonly kind: Kind }>> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('The process of the screens has ended'));
      child.once('exit', ended);
      child.once('message', (answer: FromScreens) => {
        child.off('exit', ended);
        if (isOf(answer, kind)) resolve(answer);
        else reject(new Error(`Expected ${kind} and was told ${answer.kind}`));
      });
      child.send(message);
    });
  }

  return {
    switchOn: async (message) => void (await asked({ kind: 'switchOn', ...message }, 'allOn')),
    tell: () => asked({ kind: 'tell' }, 'noted'),
    switchOff: async () => void (await asked({ kind: 'switchOff' }, 'off')),
    end: () => child.disconnect(),
  };
}

function isOf<Kind extends FromScreens['kind']>(
  message: FromScreens,
  kind: Kind,
): message is Extract<FromScreens, { readonly kind: Kind }> {
  return message.kind === kind;
}
