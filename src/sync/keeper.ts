import type { Keep, KeepClock, Open, Opened, Refreshed } from '../contract/message.ts';
import { attempt, type Report } from './attempt.ts';
import { freshUntilOf } from './fresh-until-of.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refreshScreen, type Knock, type RefreshDeps } from './refresh-screen.ts';

/** What a page leaves to its service worker, or does itself where there is none. */
export type Keeper = {
  readonly open: (question: Open) => Promise<Opened>;
  /** Does one slot's work, one knock after another for each screen. */
  readonly wake: (knock: Knock) => Promise<Refreshed>;
  readonly keep: (message: Keep | KeepClock) => Promise<void>;
};

export type KeeperDeps = RefreshDeps & {
  readonly report: Report;
};

/** The keeper of all screens of this browser, over one store. No function rejects. */
export function keeperOf(deps: KeeperDeps): Keeper {
  const { store, report } = deps;
  const inTurn = oneAtATime();
  return {
    async open({ screen: named, credential: brought }) {
      if (brought) await store.saveCredential(brought);
      const screen = brought?.screen ?? named ?? (await store.readLast());
      const [clock, credential] = await Promise.all([
        store.readClock(),
        brought ?? (screen === undefined ? undefined : store.readCredential(screen)),
      ]);
      if (!credential) return { kind: 'opened', report: { refused: 0 }, clock };
      const [kept, remembered] = await Promise.all([
        store.readRecord(credential.screen),
        store.readRemembered(credential.screen),
      ]);
      // The page does not wait for it.
      void store.saveLast(credential.screen);
      const freshUntil = freshUntilOf(kept, remembered.refresh);
      return { kind: 'opened', credential, record: kept?.record, ...remembered, freshUntil, clock };
    },

    wake: (knock) => inTurn(knock.screen, () => refreshScreen(knock, deps)),

    async keep(message) {
      if (message.kind === 'keepClock') return store.saveClock(message.clock);
      const { credential, record } = message;
      return inTurn(credential.screen, () =>
        attempt(report, 'Cannot keep what the page holds', async () => {
          await store.saveRecord(credential, record);
          await store.saveLast(credential.screen);
        }),
      );
    },
  };
}
