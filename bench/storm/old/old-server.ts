import { generatorOf } from '../generator-of.ts';
import { isDownAt } from '../is-down-at.ts';
import type { World } from '../world.ts';
import { isActiveAt } from './bells.ts';
import type { Rules } from './rules.ts';
import { snapshotCache, type Made } from './snapshot-cache.ts';
import { workerPool } from './worker-pool.ts';

/** What a screen of the old service may ask. */
export type Question =
  | { readonly kind: 'snapshot' }
  /** A snapshot that must be built anew. */
  | { readonly kind: 'forced' }
  | { readonly kind: 'status'; readonly revision: number };

export type Payload = {
  readonly kind: 'payload';
  readonly revision: number;
  readonly edition: number;
  /** For which instant it was made. */
  readonly instant: number;
  /** The screen has waited for it. */
  readonly isBuilt: boolean;
};

export type Reply = Payload | { readonly kind: 'news' } | { readonly kind: 'notModified' };

export type OldServer = {
  /** A request arrives; one of the two is called once, or neither if the backlog is full. */
  readonly submit: (
    screen: number,
    question: Question,
    replied: (reply: Reply) => void,
    broken: () => void,
  ) => void;
  /** What a screen that was on before the tape began has got. */
  readonly warmed: (screen: number, at: number) => Payload;
};

/** How long a worker is busy, and what comes of it in the end. */
type Service = { readonly ms: number; readonly reply: () => Reply };

const RESTART_MS = 5_000;
/** A forced build, and any build of the plan, by the report's account (original.md §7.3 "OLD-B"). */
const TOLD_BUILD_MS: readonly [number, number] = [200, 600];

/** The server of a service of the old kind: it builds what a screen asks for, while the screen waits. */
export function oldServer(world: World, rules: Rules): OldServer {
  const { tape, queue, meter } = world;
  const { costs } = rules;
  const cache = snapshotCache(world, rules);
  const pool = workerPool(queue, rules);
  const random = generatorOf(tape.seed, 'old server');
  const building = new Set<number>();
  const down = [...tape.outages, ...tape.restarts.map((from) => ({ from, to: from + RESTART_MS }))];
  for (const { from } of down) {
    queue.at(from, () => {
      pool.kill();
      building.clear();
    });
  }

  const between = ([least, most]: readonly [number, number]) => least + (most - least) * random();
  const schoolOf = (screen: number) => tape.screens[screen]?.school ?? 0;

  function serve(screen: number, question: Question): Service {
    switch (question.kind) {
      case 'status': {
        const isNews = question.revision !== cache.revisionOf(schoolOf(screen), queue.now());
        const kind = isNews ? 'news' : 'notModified';
        return { ms: between(costs.statusMs), reply: () => ({ kind }) };
      }
      case 'forced':
        // The plan has a lock, which a forced request respects.
        return rules.servesStale ? serveSnapshot(screen) : serveForced(screen);
      case 'snapshot':
        return serveSnapshot(screen);
    }
  }

  function serveForced(screen: number): Service {
    const at = queue.now();
    const ms = between(TOLD_BUILD_MS);
    meter.built(at, ms);
    return { ms, reply: () => payloadOf(cache.make(schoolOf(screen), at), true) };
  }

  function serveSnapshot(screen: number): Service {
    const at = queue.now();
    const school = schoolOf(screen);
    const kept = cache.ofScreen(screen, school, at);
    if (kept) return ready(kept, false);
    const made = cache.ofSchool(school, at);
    // The plan's name is the school's: what is there is there for all of its screens.
    if (made && rules.servesStale) return ready(made, false);
    if (made) return { ms: costs.coolMs, reply: () => keptFor(screen, made) };
    if (!building.has(school)) return build(screen, school);
    const stale = cache.staleOf(school, at);
    if (stale) return ready(stale, true);
    const found = () => cache.ofSchool(school, queue.now()) ?? cache.make(school, at);
    return { ms: costs.coolMs, reply: () => keptFor(screen, found()) };
  }

  function build(screen: number, school: number): Service {
    building.add(school);
    const buildMs = isActiveAt(queue.now()) ? costs.buildOnMs : costs.buildOffMs;
    const ms = between(rules.servesStale ? TOLD_BUILD_MS : buildMs);
    meter.built(queue.now(), ms);
    return {
      ms: rules.servesStale ? ms : costs.coldMs,
      reply() {
        building.delete(school);
        const fresh = cache.make(school, queue.now());
        cache.keepForSchool(school, fresh);
        return keptFor(screen, fresh);
      },
    };
  }

  function ready(made: Made, isBuilt: boolean): Service {
    return { ms: between(costs.hotMs), reply: () => payloadOf(made, isBuilt) };
  }

  function keptFor(screen: number, made: Made): Reply {
    cache.keepForScreen(screen, made, queue.now());
    return payloadOf(made, true);
  }

  return {
    submit(screen, question, replied, broken) {
      if (isDownAt(down, queue.now())) return broken();
      let served: Service | undefined;
      pool.submit({
        begin() {
          served = serve(screen, question);
          return served.ms;
        },
        done: () => served && replied(served.reply()),
        broken,
      });
    },
    warmed(screen, at) {
      const made = cache.make(schoolOf(screen), at);
      cache.keepForSchool(schoolOf(screen), made);
      cache.keepForScreen(screen, made, at);
      return payloadOf(made, false);
    },
  };
}

function payloadOf({ revision, edition, instant }: Made, isBuilt: boolean): Payload {
  return { kind: 'payload', revision, edition, instant, isBuilt };
}
