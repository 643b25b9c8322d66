import type { EventQueue } from './event-queue.ts';
import type { Judge } from './judge.ts';
import type { Meter } from './meter.ts';
import type { Tape } from './tape.ts';

/** Where a policy lives: the tape, virtual time, and those who watch. */
export type World = {
  readonly tape: Tape;
  readonly queue: EventQueue;
  readonly meter: Meter;
  readonly judge: Judge;
};

export const POLICIES = ['ours', 'old', 'seed', 'report'] as const;
export type PolicyName = (typeof POLICIES)[number];

/** A policy at work. */
export type Running = {
  /** The tape has ended: what can only be counted then is counted. */
  readonly end: () => void;
};

export type Policy = {
  readonly name: PolicyName;
  /** In one line, for people. */
  readonly title: string;
  /** Puts its server and screens into the world; what they do from then on is in the queue. */
  readonly start: (world: World) => Promise<Running>;
};
