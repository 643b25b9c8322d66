import type { DiagnosticsView } from '../../src/display/diagnostics.tsx';

/** As long as it gets: everything that can be wrong is. */
export const DIAGNOSTICS: DiagnosticsView = {
  title: 'Grade 8 corridor, second floor, north wing · alfarabi-middle-school',
  closing: 'Closes in 52 s, or press Back',
  foot: 'Screen k7xw2f9b',
  keys: 'OK: update and reload · 5: pair again · 0: self-test',
  report: `Riwaq 2026-11-23 09:28:00
Grade 8 corridor, second floor, north wing, alfarabi-middle-school, k7xw2f9b
Plan Zk3vQ8 1795379020123.12
Published 2026-11-22 19:04:11
Confirmed 2026-11-23 08:12:40
Holds 251 days, through 2027-07-31
Clock set by hand, off -1795400640.4 s
Net online, stundenplan.albert-schweitzer-gymnasium.example:8443
Answer 2026-11-23 08:12:40, failed 75, refused 3
Trouble: The answer is a page of another network, not a document of this one: it ends here
App 79502f41, worker silent, update waits
Since 2026-11-01 02:17:00
Storage 184 kB of 2147484 kB, kept false
Storage trouble: QuotaExceededError: the quota has been exceeded, or the device is full
Display 1920 × 1080 @ 1, Chrome/68.0.3440.106, light, chime locked`,
  sections: [
    {
      title: 'Plan',
      rows: [
        { label: 'Revision', value: 'Zk3vQ8' },
        { label: 'Generation', value: '1795379020123.12' },
        { label: 'Published', value: '2026-11-22 19:04:11' },
        { label: 'Confirmed', value: '2026-11-23 08:12:40', warn: true },
        { label: 'Holds', value: '251 days, through 2027-07-31' },
      ],
    },
    {
      title: 'Clock',
      rows: [
        { label: 'Trusted', value: 'set by hand at 2026-11-23 08:04:30' },
        { label: 'TV clock (UTC)', value: '1970-01-01T00:04:10' },
        { label: 'Off by', value: '-1795400640.4 s', warn: true },
        { label: 'Known to within', value: 'not asked yet' },
        { label: 'TV zone (not used)', value: 'America/Argentina/Buenos_Aires' },
      ],
    },
    {
      title: 'Storage',
      rows: [
        { label: 'Plan', value: '184 kB' },
        { label: 'Used', value: '412 kB of 2147484 kB' },
        { label: 'Kept by the browser', value: 'not promised' },
        { label: 'Pairing key', value: 'missing', warn: true },
        {
          label: 'Storage trouble',
          value: 'QuotaExceededError: the quota has been exceeded, or the device is full',
          warn: true,
        },
      ],
    },
    {
      title: 'Network',
      rows: [
        { label: 'Last answer', value: '2026-11-23 08:12:40' },
        {
          label: 'Last trouble',
          value: '2026-11-23 09:27:40: The answer is a page of another network, not a document',
          warn: true,
        },
        { label: 'Failed in a row', value: '75' },
        { label: 'Answers refused', value: '3', warn: true },
        { label: 'Next request', value: '2026-11-23 09:28:40' },
        { label: 'Browser says', value: 'online' },
        { label: 'Endpoint', value: 'stundenplan.albert-schweitzer-gymnasium.example:8443' },
      ],
    },
    {
      title: 'App',
      rows: [
        { label: 'Build', value: '79502f416c3ad0e8' },
        { label: 'Update', value: 'waits for its minute of the night' },
        { label: 'Service worker', value: 'silent; the page asks by itself', warn: true },
        { label: 'Running since', value: '2026-11-01 02:17:00' },
      ],
    },
    {
      title: 'Display',
      rows: [
        { label: 'Size', value: '1920 × 1080 @ 1' },
        { label: 'Engine', value: 'Chrome/68.0.3440.106' },
        { label: 'Theme', value: 'light' },
        { label: 'Chime', value: 'silent until a key is pressed', warn: true },
      ],
    },
  ],
};
