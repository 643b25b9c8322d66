import { performance } from 'node:perf_hooks';

import { beginOf } from './begin-of.ts';
import { eventQueue } from './event-queue.ts';
import { judgeOf, type Judged } from './judge.ts';
import { meterOf, type Metered } from './meter.ts';
import type { Tape } from './tape.ts';
import { wallTable } from './wall-table.ts';
import type { Policy } from './world.ts';

/** What came of a tape under a policy. */
export type Outcome = {
  readonly tape: Tape;
  readonly policy: Policy;
  readonly metered: Metered;
  readonly judged: Judged;
  /** Of real time, from the first school to the last event. */
  readonly seconds: number;
  /** Of a processor's time: what the run takes where nobody else wants one. */
  readonly processorSeconds: number;
};

const DAY = 86_400_000;

/** Plays a tape to its end. The same tape and policy give the same outcome, to the last digit. */
export async function runStorm(tape: Tape, policy: Policy): Promise<Outcome> {
  const { from, to } = tape.measured;
  const queue = eventQueue(beginOf(tape) - DAY);
  const judge = judgeOf(tape, wallTable({ from: from - DAY, to: to + DAY }));
  const meter = meterOf(tape);
  const [startedAt, busy] = [performance.now(), process.cpuUsage()];
  const running = await policy.start({ tape, queue, meter, judge });
  await queue.runUntil(to);
  running.end();
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(busy);
  const processorSeconds = (user + system) / 1e6;
  const judged = judge.read(to);
  return { tape, policy, metered: meter.read(), judged, seconds, processorSeconds };
}
