/** Faults of comparable systems that cannot befall this one, and why; a part of the page. */
export const LEFT_OUT: readonly { readonly fault: string; readonly why: string }[] = [
  {
    fault:
      'The cached day expires at midnight for every school at once; a key with, or without, the date',
    why: 'a snapshot is the whole term, and no key has a date in it: N04 and N05 look at midnight',
  },
  {
    fault:
      'Read and write keys differ, two cache tiers disagree, an entry expires between two polls',
    why: 'there is one pointer and the bytes it names, both in memory; nothing expires, and there is no cache to ask for its keys',
  },
  {
    fault:
      'A cold request builds, waits for a lock or sleeps; two builds at once; a build that hangs; work for clients that have gone',
    why: 'reading builds nothing; publishing builds, one at a time and in the publish itself, which answers for it',
  },
  {
    fault: 'A parameter that skips the caches',
    why: 'no query is read at all: H12',
  },
  {
    fault: 'A “building” or an error page with a status of 200 is shown or cached',
    why: 'there is no such answer; what is no document of the endpoint is refused: N09',
  },
  {
    fault:
      'Pre-warming for the wrong day, a job in the wrong time zone, a bump of everything at 0:00',
    why: 'nothing is scheduled on the server, in whatever time zones its schools are',
  },
  {
    fault:
      'An entity tag that changes with every answer, or stays when the time of day or the build status changes',
    why: 'it is the hash of the whole document (N48), and the time is in a header of its own: N06 sees the 304s',
  },
  {
    fault: 'A build that throws',
    why: 'a document that cannot be built is refused whole (P11); any other error ends that one publish and changes nothing, as a full disk does (P30)',
  },
  {
    fault: 'The last of several quick edits is dropped',
    why: 'nothing is put off: each publish is made, in order (P28)',
  },
  {
    fault: 'A guard against too many requests punishes a screen at a bell',
    why: 'screens are not limited; only pairing is, H08 to H11',
  },
  {
    fault: 'Weekdays counted from 0 in one place and from 1 or 7 in another',
    why: 'weekdays have names in every document; what dates they fall on is T20',
  },
  {
    fault: 'Notices and honours of the hour of the build stay on, or never appear',
    why: 'their windows are in the snapshot, and the screen goes by its clock: N28',
  },
  {
    fault: 'An inactive school puts its screens to sleep for a day',
    why: 'there is no inactive school, and the longest period is 15 minutes',
  },
  {
    fault: 'The countdown goes by the time at which a cached answer was made',
    why: 'an answer to a screen is kept by no cache, and tells its time in a header of its own',
  },
  {
    fault: 'Retries after two seconds, a reload as the way to recover, a loop of requests',
    why: 'there are no retries; H03 and H04 count',
  },
  {
    fault: 'The bell is delayed by the jitter of the network',
    why: 'jitter is in the requests only; bells come from the stored timetable',
  },
  {
    fault: 'A token locked to one device, an expired subscription, a licence that runs out',
    why: 'there is no lock (P41), no subscription and no licence',
  },
  {
    fault: 'Two nodes: replication lag, lost notifications, an expired lease, clocks that differ',
    why: 'one process is the only writer of one database: P09',
  },
  {
    fault: 'The primary database is away for ten minutes',
    why: 'the database is a file beside the process; a locked or a full one is P30 and P31',
  },
  {
    fault: 'Zip, spreadsheet and XML bombs',
    why: 'the server reads JSON of at most 2 MB and nothing else: P12 to P14',
  },
  {
    fault: 'Passwords, sessions and single sign-on that fail',
    why: 'there is one operator key',
  },
  {
    fault:
      'Telemetry, metrics or web hooks fill a disk, block a request, or are read by anybody; a sign of life that is written in one place and read in another',
    why: 'there are none; the log is bounded: H07',
  },
  {
    fault: 'Fonts or scripts of somebody else do not load',
    why: 'everything is the app’s own, and stored with it',
  },
  {
    fault: 'One timetable in two shapes, for two kinds of page or of answer',
    why: 'there is one snapshot, with one schema, for walls and commands alike',
  },
  {
    fault: 'A page of faults that claims more than anybody has measured',
    why: 'this one is written from the tests',
  },
];

/** What can befall this one too, and is shown in another way or in none; a part of the page. */
export const NOT_TESTED: typeof LEFT_OUT = [
  {
    fault: 'Hundreds of screens are switched on at once, and their first requests drown the server',
    why: 'an answer comes from memory; what that costs is measured: `npm run bench:storm` (power-on), `npm run bench:fleet`, docs/measurements.md',
  },
  {
    fault: 'A page that grows from week to week until the browser ends it',
    why: '`npm run soak` lives through 400 days and fails when anything grows: docs/measurements.md',
  },
  {
    fault: 'The browser loses its service worker’s own storage while the network is down',
    why: 'no page can help; a launcher that loads again does, as `riwaq kiosk linux` has: the README says so',
  },
  {
    fault: 'A certificate that runs out',
    why: 'the proxy in front has it. A stored app goes on without a network; a new one needs the certificate',
  },
  {
    fault: 'The handshake of TLS fails',
    why: 'the tests have no certificates. To a page it is a request that has failed: N01 to N06, N40, N49',
  },
];
