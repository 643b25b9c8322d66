import { SCREEN_PATH } from '../../../src/contract/endpoint.ts';
import { added } from './device.ts';
import type { Declared, Fault } from './fault.ts';
import { tokenOf } from './school-server.ts';
import type { Asked, Middlebox, Reply } from './wire.ts';

const RETRY_AFTER_S = 90;
/** `src/sync/jitter.ts`. */
const RETRY_JITTER = 1.25;
const PORTAL = new TextEncoder().encode('<!doctype html><title>Sign in</title>');
const HTML = { 'content-type': 'text/html' };

const NO_NEWS: readonly Declared[] = [
  { symptom: 'stale', because: 'what is published does not arrive; the wall goes on (N06)' },
];

/** The endpoint answers, and the screen does not hear it. */
const NEVER_HEARD = ['drip', 'cut', 'workerCut', 'workerStopped', 'powerCut', 'reloads', 'sleep'];
/** What the last answer said is lost with the page. */
const FORGOTTEN = ['databaseDeleted', 'allLost', 'diskFull', 'writesLost', 'storageHangs'];

const always = (reply: Reply) => () => (): Reply => reply;
const html = (status: number) => always({ kind: 'answer', status, headers: HTML, body: PORTAL });

/** A fault of the way between a screen and the endpoint; `make` gives it a memory of its own. */
function onTheWay(
  title: string,
  page: readonly string[],
  make: () => Middlebox,
  rest: Pick<Fault, 'declares' | 'lingersMs'> = { declares: NO_NEWS },
): Fault {
  return {
    title,
    page,
    begin: ({ tv }, { screen }) => added(tv(screen).device.middleboxes, make()),
    ...rest,
  };
}

const isPoll = ({ path }: Asked) => path === SCREEN_PATH;

/** Changes the endpoint's own answers of status 200 on one of its two paths. */
function spoiling(
  where: (asked: Asked) => boolean,
  spoil: (reply: Reply & { readonly kind: 'answer' }) => Reply,
): () => Middlebox {
  return () => (asked, onward) => {
    const reply = onward(asked);
    const isBody = reply.kind === 'answer' && reply.status === 200;
    return isBody && where(asked) ? spoil(reply) : reply;
  };
}

/** Answers with the first answer that it has seen for an address. */
function remembering(mark: (reply: Reply) => Reply): Middlebox {
  const seen = new Map<string, Reply>();
  return (asked, onward) => {
    const known = seen.get(asked.path);
    if (known) return mark(known);
    // As a cache asks: for the whole of it.
    const reply = onward({ ...asked, ifNoneMatch: undefined });
    if (reply.kind === 'answer' && reply.status === 200) seen.set(asked.path, reply);
    return reply;
  };
}

function withHeaders(reply: Reply, change: (headers: Headers) => void): Reply {
  if (reply.kind !== 'answer') return reply;
  const headers = new Headers(reply.headers);
  change(headers);
  return { ...reply, headers: Object.fromEntries(headers) };
}

const inHalf = (bytes: Uint8Array = new Uint8Array()) => bytes.slice(0, bytes.length / 2);

function oneByteOff(bytes: Uint8Array = new Uint8Array()): Uint8Array {
  // A digit for a digit: it is JSON still.
  const at = bytes.lastIndexOf('7'.charCodeAt(0));
  return bytes.map((byte, index) => (index === at ? '8'.charCodeAt(0) : byte));
}

/** What may happen to a request and its answer. */
export const WIRE_FAULTS = {
  hang: onTheWay('no request is answered', ['N05', 'P34'], always({ kind: 'silence' })),
  reset: onTheWay(
    'every connection is reset',
    ['N05', 'N06'],
    always({ kind: 'broken', reason: 'connection reset' }),
  ),
  late: onTheWay(
    'answers are two seconds late',
    ['N35'],
    () => (asked, onward) => ({ ...onward(asked), lateMs: 2_000 }),
    {},
  ),
  drip: onTheWay(
    'answers drip, and take longer than anybody waits',
    ['N36'],
    () => (asked, onward) => ({ ...onward(asked), lateMs: 15_000 }),
  ),
  busy: onTheWay(
    `a busy front says 503, come again in ${RETRY_AFTER_S} s`,
    ['N20', 'N21'],
    always({ kind: 'answer', status: 503, headers: { 'retry-after': String(RETRY_AFTER_S) } }),
    { declares: NO_NEWS, lingersMs: RETRY_AFTER_S * 1_000 * RETRY_JITTER },
  ),
  tooMany: onTheWay(
    'a front says 429',
    ['N20'],
    always({ kind: 'answer', status: 429, headers: {} }),
  ),
  portal: onTheWay('a captive portal answers everything with its page', ['N09', 'N32'], html(200)),
  portal401: onTheWay('a captive portal says 401', ['N10'], html(401)),
  portal410: onTheWay('a captive portal says 410', ['N10'], html(410)),
  redirect: onTheWay(
    'everything is redirected',
    ['N11'],
    always({ kind: 'broken', reason: 'redirected' }),
  ),
  cut: onTheWay(
    'connections end in the middle of every body',
    ['N12'],
    spoiling(
      () => true,
      (reply) => ({ ...reply, isCut: true }),
    ),
  ),
  shortDocument: onTheWay(
    'the screen’s document arrives in half, and whole as far as the browser knows',
    ['N12'],
    spoiling(isPoll, (reply) => ({ ...reply, body: inHalf(reply.body) })),
  ),
  spoiltSnapshot: onTheWay(
    'one byte of every snapshot is another',
    ['N16'],
    spoiling(
      (asked) => !isPoll(asked),
      (reply) => ({ ...reply, body: oneByteOff(reply.body) }),
    ),
  ),
  spoiltCache: onTheWay('a cache has kept a spoilt snapshot', ['N18'], () => (asked, onward) => {
    const reply = onward(asked);
    if (reply.kind !== 'answer' || isPoll(asked) || asked.passesCaches) return reply;
    return { ...reply, body: inHalf(reply.body) };
  }),
  noSnapshot: onTheWay(
    'the address of a snapshot leads nowhere',
    ['N17'],
    () => (asked, onward) =>
      isPoll(asked) ? onward(asked) : { kind: 'answer', status: 404, headers: HTML, body: PORTAL },
  ),
  replay: onTheWay(
    'a proxy replays the first answer that it sees',
    ['N15', 'N31'],
    () => remembering((reply) => reply),
    {
      declares: [
        ...NO_NEWS,
        {
          symptom: 'wrong',
          with: NEVER_HEARD,
          because:
            'of an answer that the screen has not heard it cannot know that it is an old one',
        },
        {
          symptom: 'wrong',
          needsStart: true,
          with: FORGOTTEN,
          because: 'nor of one that neither the page nor the storage remembers',
        },
      ],
    },
  ),
  cache: onTheWay('a cache answers, and says how old its answer is', ['N15', 'N31'], () =>
    remembering((reply) => withHeaders(reply, (headers) => headers.set('age', '60'))),
  ),
  otherScreen: onTheWay('a cache hands out the document of another screen', ['N14'], () => {
    // Of the other school: the last screen of the fleet, and the first for that one.
    return (asked, onward) => {
      const other = asked.authorization === `Bearer ${tokenOf(0)}` ? 3 : 0;
      return onward(
        isPoll(asked) ? { ...asked, authorization: `Bearer ${tokenOf(other)}` } : asked,
      );
    };
  }),
  noTags: onTheWay(
    'a proxy strips the entity tags',
    ['N33'],
    () => (asked, onward) =>
      withHeaders(onward({ ...asked, ifNoneMatch: undefined }), (headers) =>
        headers.delete('etag'),
      ),
    {},
  ),
  otherTags: onTheWay(
    'a proxy writes entity tags of its own, and does not understand them',
    ['N22', 'N34'],
    () => (asked, onward) =>
      withHeaders(onward({ ...asked, ifNoneMatch: '"proxy"' }), (headers) =>
        headers.set('etag', 'W/"proxy"'),
      ),
    {},
  ),
  notModified: onTheWay(
    'a proxy says 304 to everything',
    ['N19'],
    always({ kind: 'answer', status: 304, headers: {} }),
  ),
} as const satisfies Readonly<Record<string, Fault>>;
