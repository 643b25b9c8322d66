import type { TapeScreen } from '../tape.ts';
import type { World } from '../world.ts';
import type { OldServer, Question, Reply } from './old-server.ts';

/** Exactly one of the two functions is called, unless `isGone` says then that nobody is left to hear it. */
export type Asking = {
  readonly question: Question;
  readonly timeoutMs: number;
  readonly replied: (reply: Reply) => void;
  readonly failed: () => void;
  readonly isGone: () => boolean;
};

/** Asks the old server for a screen, across its network. */
export function oldAsking(
  number: number,
  { school, upMs, downMs }: TapeScreen,
  { queue, meter }: World,
  server: OldServer,
): (asking: Asking) => void {
  return ({ question, timeoutMs, replied, failed, isGone }) => {
    const sentAt = queue.now();
    let isOver = false;

    function end(ending: 'ready' | 'built' | 'failed' | 'timeout', then: () => void) {
      // Whoever has given up does not hear what comes after that.
      if (isOver) return;
      isOver = true;
      meter.ended(school, sentAt, queue.now(), ending);
      if (!isGone()) then();
    }

    function cameBack(reply: Reply) {
      const isBuilt = reply.kind === 'payload' && reply.isBuilt;
      queue.at(queue.now() + downMs, () => end(isBuilt ? 'built' : 'ready', () => replied(reply)));
    }

    function broke() {
      queue.at(queue.now() + downMs, () => end('failed', failed));
    }

    queue.at(sentAt + upMs, () => {
      meter.arrived(queue.now());
      server.submit(number, question, cameBack, broke);
    });
    queue.at(sentAt + timeoutMs, () => end('timeout', failed));
  };
}
