import type { Declared, Fault } from './fault.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const TOLD: Declared = {
  symptom: 'wrong',
  because: 'a screen shows the time that its server says, until two polls after it is right (P35)',
};

const REFUSED: readonly Declared[] = [
  { symptom: 'stale', because: 'the first answer after it is refused (T10)' },
];

const clockAhead = (ms: number): Fault['begin'] => {
  return ({ server }) => {
    server.setClock(ms);
    return () => server.setClock(0);
  };
};

/** What may happen to the endpoint: it happens to all screens. */
export const SERVER_FAULTS = {
  serverDown: {
    title: 'the server is killed, and started some time later',
    page: ['N06', 'N07', 'P02'],
    isServers: true,
    begin: ({ server }) => {
      server.stop();
      return server.start;
    },
    declares: [{ symptom: 'stale', because: 'nobody asks again before the next slot (N06)' }],
  },
  serverDayAhead: {
    title: 'the server’s clock steps a day ahead, and back',
    page: ['P35', 'T10'],
    isServers: true,
    begin: clockAhead(DAY),
    declares: [TOLD, ...REFUSED],
  },
  serverMinutesAhead: {
    title: 'the server’s clock is ten minutes ahead, and is put right',
    page: ['P35', 'T10'],
    isServers: true,
    begin: clockAhead(10 * MINUTE),
    declares: [TOLD, ...REFUSED],
  },
  serverRestored: {
    title: 'an older backup is put back, and later said to be restored',
    page: ['P32'],
    isServers: true,
    begin: async ({ server }) => {
      await server.restore(server.firstBackup);
      return server.sayRestored;
    },
    declares: [
      { symptom: 'stale', because: 'the newest that a screen has seen, until it is said (P32)' },
    ],
  },
  serverLosesSnapshot: {
    title: 'the newest snapshot of a school is damaged on the server, and built again later',
    page: ['P03', 'P36', 'P07'],
    isServers: true,
    begin: async ({ server, schoolOf }, { screen }) => {
      const school = schoolOf(screen);
      await server.loseSnapshot(school);
      return () => server.rebuild(school);
    },
    declares: [
      { symptom: 'stale', because: 'the last good one for who holds nothing newer (P36)' },
      {
        symptom: 'blank',
        needsStart: true,
        with: ['allLost', 'copyDamaged'],
        because: 'the only one of a school is damaged: screens are told to come again (P05)',
      },
    ],
  },
} as const satisfies Readonly<Record<string, Fault>>;
