import type { ScreenSettings } from '../../src/contract/screen.ts';
import type { Snapshot } from '../../src/contract/snapshot.ts';
import type { Text } from '../../src/contract/text.ts';
import type { AppProps } from '../../src/display/app.tsx';
import type { DiagnosticsView } from '../../src/display/diagnostics.tsx';
import type { PairingView } from '../../src/display/pairing/pairing-view.ts';
import type { SelfTestView } from '../../src/display/self-test/self-test-view.ts';
import type { CivilTime, TimePart } from '../../src/timetable/set-time.ts';
import { wallAt } from '../../src/timetable/wall-at.ts';
import type { LookPage } from './harness-api.ts';
import { DIAGNOSTICS } from './look-diagnostics.ts';
import { PAIRING_VIEWS, SELF_TEST_VIEWS } from './look-installing.ts';
import {
  ALFARABI,
  ALHADABA,
  CEDAR_RIDGE,
  london,
  NILE_EVENING,
  NORTHFIELD,
  riyadh,
  withChanges,
  withClasses,
  withLongestNames,
  withoutBreaks,
  withoutClasses,
  withSchool,
  withTracks,
  withUnknownDays,
  WADI_ALKHAIR,
} from './look-snapshots.ts';

/** What lies over the wall: as data, which reaches the page as text. */
export type OverlayState =
  | { readonly kind: 'diagnostics'; readonly view: DiagnosticsView }
  | { readonly kind: 'pairing'; readonly view: PairingView }
  | { readonly kind: 'selfTest'; readonly view: SelfTestView }
  | { readonly kind: 'clock'; readonly time: CivilTime; readonly chosen: TimePart };

/** Everything that a wall of one name is drawn from. */
export type State = Omit<LookPage, 'instant'> & {
  readonly props: Omit<AppProps, 'overlay'>;
  readonly overlay?: OverlayState | undefined;
};

type Draft = {
  readonly name: string;
  readonly instant: number;
  readonly snapshot?: Snapshot | undefined;
  readonly screen?: Partial<ScreenSettings>;
  readonly props?: Partial<State['props']>;
  readonly overlay?: OverlayState;
  readonly page?: Partial<LookPage>;
};

const MONDAY = '2026-11-23';
const MONDAY_DAY = 20_780;
const SCHOOL_DAY = riyadh(MONDAY, '09:28:00');
const AFTER_TERM = riyadh('2027-08-02', '09:28:00');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const DRAFTS: readonly Draft[] = [
  { name: 'in-period', instant: SCHOOL_DAY },
  { name: 'in-period-dark', instant: SCHOOL_DAY, screen: { theme: 'dark' } },
  { name: 'before', instant: riyadh(MONDAY, '06:41:00') },
  { name: 'assembly', instant: riyadh(MONDAY, '07:06:00') },
  { name: 'last-minute', instant: riyadh(MONDAY, '09:39:22') },
  { name: 'break', instant: riyadh(MONDAY, '09:51:00') },
  { name: 'break-dark', instant: riyadh(MONDAY, '09:51:00'), screen: { theme: 'dark' } },
  { name: 'prayer', instant: riyadh(MONDAY, '12:33:00') },
  { name: 'passing', instant: riyadh(MONDAY, '08:02:00') },
  { name: 'gap', instant: riyadh(MONDAY, '09:51:00'), snapshot: withoutBreaks(ALFARABI) },
  { name: 'last-period', instant: riyadh(MONDAY, '13:03:00') },
  { name: 'after', instant: riyadh(MONDAY, '14:10:00') },
  { name: 'after-thursday', instant: riyadh('2026-11-26', '14:10:00') },
  { name: 'weekend', instant: riyadh('2026-11-27', '10:20:00') },
  { name: 'holiday', instant: riyadh('2026-09-23', '10:20:00') },
  // The clock gains a digit.
  { name: 'holiday-before-ten', instant: riyadh('2026-09-23', '09:55:00') },
  {
    name: 'twelve-hours-before-ten',
    instant: riyadh('2026-09-23', '09:55:00'),
    snapshot: withSchool(ALFARABI, { hourCycle: 'h12' }),
  },
  {
    name: 'twelve-hours-before-noon',
    instant: riyadh('2026-09-23', '11:55:00'),
    snapshot: withSchool(ALFARABI, { hourCycle: 'h12' }),
  },
  {
    name: 'holiday-without-news',
    instant: riyadh('2026-11-14', '10:20:00'),
    snapshot: { ...ALFARABI, notices: [], honours: [], events: [] },
  },
  { name: 'exam', instant: riyadh('2026-12-27', '08:20:00') },
  { name: 'night', instant: riyadh(MONDAY, '22:47:00') },
  { name: 'before-term', instant: riyadh('2026-07-31', '10:20:00') },
  {
    name: 'after-term',
    instant: AFTER_TERM,
    props: { confirmedAt: AFTER_TERM },
    page: { mustNotShow: ['الرياضيات', 'Mathematics'] },
  },
  {
    name: 'after-term-stale',
    instant: AFTER_TERM,
    props: stale(riyadh('2027-07-09', '12:00:00')),
    page: { mustNotShow: ['الرياضيات', 'Mathematics'] },
  },
  { name: 'unknown-day', instant: SCHOOL_DAY, snapshot: withUnknownDays(ALFARABI) },
  { name: 'stale', instant: SCHOOL_DAY, props: stale(SCHOOL_DAY - 99 * MINUTE_MS) },
  { name: 'stale-days', instant: SCHOOL_DAY, props: stale(SCHOOL_DAY - 80 * HOUR_MS) },
  { name: 'revoked', instant: SCHOOL_DAY, props: { pill: 'notPaired' } },
  { name: 'clock-not-set', instant: SCHOOL_DAY, props: { isTrusted: false } },
  { name: 'clock-at-1970', instant: 1_000_000, props: { isTrusted: false } },
  {
    name: 'clock-question',
    instant: 1_000_000,
    props: { isTrusted: false },
    overlay: { kind: 'clock', time: { day: MONDAY_DAY, second: 27_750 }, chosen: 'minute' },
  },
  {
    name: 'clock-question-twelve-hours',
    instant: 1_000_000,
    snapshot: withSchool(ALFARABI, { hourCycle: 'h12' }),
    props: { isTrusted: false },
    // The longest names of a day and a month.
    overlay: { kind: 'clock', time: { day: 20_719, second: 46_100 }, chosen: 'day' },
  },
  {
    name: 'emergency',
    instant: riyadh(MONDAY, '09:31:00'),
    snapshot: withAlert(ALFARABI),
    page: { mustSpeak: ['ar', 'en'] },
  },
  {
    name: 'emergency-longest',
    instant: riyadh(MONDAY, '09:31:00'),
    snapshot: withAlert(
      ALFARABI,
      // As long as a school may write them.
      { ar: 'أغلقوا الأبواب والنوافذ!', en: 'SHELTER IN PLACE AT ONCE' },
      {
        ar: 'ابقوا في صفوفكم بعيدا عن النوافذ، وانتظروا إعلان مدير المدرسة بعد وصول المختصين.',
        en: 'MOVE AWAY FROM DOORS AND WINDOWS, AND WAIT UNTIL THE HEAD SAYS THAT YOU MAY GO.',
      },
    ),
    page: { mustSpeak: ['ar', 'en'] },
  },
  { name: 'waiting', instant: SCHOOL_DAY, props: { snapshot: undefined } },
  {
    name: 'changes',
    instant: riyadh(MONDAY, '10:17:00'),
    snapshot: withChanges(ALFARABI, MONDAY_DAY, '4'),
  },
  {
    name: 'changes-tomorrow',
    instant: riyadh('2026-11-22', '14:10:00'),
    snapshot: withChanges(ALFARABI, MONDAY_DAY, '4'),
  },
  { name: 'far', instant: SCHOOL_DAY, screen: { classes: classIds(ALFARABI).slice(4, 10) } },
  {
    name: 'far-after',
    instant: riyadh(MONDAY, '14:10:00'),
    screen: { classes: classIds(ALFARABI).slice(4, 10) },
  },
  { name: 'one-class', instant: SCHOOL_DAY, screen: { classes: classIds(ALFARABI).slice(4, 5) } },
  {
    name: 'classes-9',
    instant: SCHOOL_DAY,
    screen: { classes: classIds(ALFARABI).filter((_, at) => at % 4 !== 3) },
  },
  { name: 'classes-18', instant: SCHOOL_DAY, snapshot: withClasses(ALFARABI, 18) },
  { name: 'classes-24', instant: SCHOOL_DAY, snapshot: withClasses(ALFARABI, 24) },
  {
    name: 'classes-24-after',
    instant: riyadh(MONDAY, '14:10:00'),
    snapshot: withClasses(ALFARABI, 24),
  },
  { name: 'classes-40', instant: SCHOOL_DAY, snapshot: withClasses(ALFARABI, 40) },
  { name: 'bells-only', instant: SCHOOL_DAY, snapshot: withoutClasses(ALFARABI) },
  {
    name: 'bells-only-after',
    instant: riyadh(MONDAY, '14:10:00'),
    snapshot: withoutClasses(ALFARABI),
  },
  {
    name: 'tracks-2',
    instant: riyadh(MONDAY, '09:43:00'),
    snapshot: withTracks(ALFARABI, [0, 20]),
  },
  {
    name: 'tracks-3',
    instant: riyadh(MONDAY, '09:43:00'),
    snapshot: withTracks(ALFARABI, [0, 20, 40]),
  },
  {
    name: 'clock-not-set-tracks',
    instant: SCHOOL_DAY,
    snapshot: withTracks(ALFARABI, [0, 20, 40]),
    props: { isTrusted: false },
  },
  {
    name: 'tracks-3-after',
    instant: riyadh(MONDAY, '14:50:00'),
    snapshot: withTracks(ALFARABI, [0, 20, 40]),
  },
  {
    name: 'bells-only-tracks',
    instant: riyadh(MONDAY, '09:43:00'),
    snapshot: withoutClasses(withTracks(ALFARABI, [0, 20])),
  },
  {
    name: 'twelve-hours',
    instant: riyadh(MONDAY, '12:53:00'),
    snapshot: withSchool(ALFARABI, { hourCycle: 'h12' }),
  },
  {
    name: 'twelve-hours-after',
    instant: riyadh(MONDAY, '14:10:00'),
    snapshot: withSchool(ALFARABI, { hourCycle: 'h12' }),
  },
  { name: 'longest-names', instant: SCHOOL_DAY, snapshot: withLongestNames(ALFARABI, true) },
  {
    name: 'longest-names-without-short',
    instant: SCHOOL_DAY,
    snapshot: withLongestNames(ALFARABI, false),
    props: stale(SCHOOL_DAY - 99 * MINUTE_MS),
  },
  {
    name: 'longest-names-24',
    instant: SCHOOL_DAY,
    snapshot: withLongestNames(withClasses(ALFARABI, 24), true),
  },
  {
    name: 'longest-names-40',
    instant: SCHOOL_DAY,
    snapshot: withLongestNames(withClasses(ALFARABI, 40), true),
  },
  {
    name: 'longest-names-after',
    instant: riyadh(MONDAY, '14:10:00'),
    snapshot: withLongestNames(ALFARABI, true),
  },
  {
    name: 'longest-names-without-short-after',
    instant: riyadh(MONDAY, '14:10:00'),
    snapshot: withLongestNames(ALFARABI, false),
  },
  {
    name: 'longest-names-tracks',
    instant: riyadh(MONDAY, '09:43:00'),
    snapshot: withLongestNames(withTracks(ALFARABI, [0, 20, 40]), true),
  },
  ...[3.5, 7].flatMap((safeArea): readonly Draft[] => {
    const name = `safe-area-${safeArea}`;
    const common = { screen: { safeArea }, page: { safePercent: safeArea } };
    const { alerts } = withAlert(ALFARABI);
    const snapshot = withLongestNames(ALFARABI, true);
    return [
      { ...common, name, instant: SCHOOL_DAY, snapshot },
      { ...common, name: `${name}-after`, instant: riyadh(MONDAY, '14:10:00'), snapshot },
      {
        ...common,
        name: `${name}-emergency`,
        instant: SCHOOL_DAY,
        snapshot: { ...snapshot, alerts },
      },
    ];
  }),
  {
    name: 'diagnostics',
    instant: SCHOOL_DAY,
    overlay: { kind: 'diagnostics', view: DIAGNOSTICS },
  },
];

/** The other example schools where they are hard to draw: lunch waves, two stages, nights, forty classes. */
const EXAMPLES: readonly Draft[] = [
  ...(
    [
      ['lunch-waves', '2026-12-01T12:15:00-06:00'],
      ['lunch-waves-together', '2026-12-01T08:40:00-06:00'],
      ['lunch-waves-after', '2026-12-01T15:00:00-06:00'],
      ['delay', '2027-01-15T08:22:00-06:00'],
      ['snow-day', '2027-01-14T09:00:00-06:00'],
    ] as const
  ).map(([name, at]) => ({ name, instant: Date.parse(at), snapshot: CEDAR_RIDGE })),
  ...(
    [
      ['stages-at-break', '2026-11-30T09:35:00+04:00'],
      ['stages-exam', '2027-01-04T08:40:00+04:00'],
      ['stages-after', '2026-11-30T13:40:00+04:00'],
    ] as const
  ).map(([name, at]) => ({ name, instant: Date.parse(at), snapshot: WADI_ALKHAIR })),
  ...(
    [
      ['past-midnight', '2027-04-30T01:10:00+03:00'],
      ['night-over', '2026-11-30T00:40:00+02:00'],
      ['night-clock', '2026-11-30T03:40:00+02:00'],
      ['widest-digits', '2027-04-29T23:50:00+02:00'],
    ] as const
  ).map(([name, at]) => ({ name, instant: Date.parse(at), snapshot: NILE_EVENING })),
  { name: 'classes-40-groups', instant: riyadh('2026-11-30', '09:00:00'), snapshot: ALHADABA },
];

/** All that the wall can show, in both languages where it speaks one. */
export const STATES: readonly State[] = [
  ...DRAFTS.flatMap((draft) => ['ar', 'en'].map((language) => stateOf(draft, language))),
  ...[
    {
      name: 'arabic-digits',
      instant: SCHOOL_DAY,
      snapshot: withSchool(ALFARABI, { digits: 'arab' }),
    },
    {
      name: 'arabic-digits-after',
      instant: riyadh(MONDAY, '14:10:00'),
      snapshot: withSchool(ALFARABI, { digits: 'arab' }),
    },
  ].map((draft) => stateOf(draft, 'ar')),
  ...[
    { name: 'groups', instant: london(MONDAY, '11:12:00'), snapshot: NORTHFIELD },
    { name: 'groups-after', instant: london(MONDAY, '16:00:00'), snapshot: NORTHFIELD },
  ].map((draft) => stateOf(draft, 'en')),
  ...EXAMPLES.flatMap((draft) =>
    (draft.snapshot === CEDAR_RIDGE ? ['en'] : ['ar', 'en']).map((one) => stateOf(draft, one)),
  ),
  ...[
    { name: 'in-period', instant: SCHOOL_DAY },
    { name: 'after', instant: riyadh(MONDAY, '14:10:00') },
    { name: 'clock-not-set', instant: SCHOOL_DAY, props: { isTrusted: false } as const },
    { name: 'stale-days', instant: SCHOOL_DAY, props: stale(SCHOOL_DAY - 80 * HOUR_MS) },
    { name: 'groups', instant: london(MONDAY, '11:12:00'), snapshot: NORTHFIELD },
    { name: 'groups-after', instant: london(MONDAY, '16:00:00'), snapshot: NORTHFIELD },
  ].map((draft) => stateOf(draft, 'fr')),
  {
    ...stateOf({ name: 'waiting-language-unknown', instant: SCHOOL_DAY }, 'ar'),
    props: { ...propsOf(), screen: { id: 's1', school: 'alfarabi', name: '', phase: 0 } },
    mustSpeak: ['ar', 'en'],
  },
  ...Object.entries(PAIRING_VIEWS).map(([name, view]) =>
    installing(name, { kind: 'pairing', view }),
  ),
  ...Object.entries(SELF_TEST_VIEWS).map(([name, view]) =>
    installing(name, { kind: 'selfTest', view }),
  ),
];

function installing(name: string, overlay: OverlayState): State {
  const state = stateOf({ name, instant: SCHOOL_DAY }, 'ar');
  return { ...state, props: propsOf(), overlay, mustSpeak: ['ar', 'en'] };
}

function stateOf(draft: Draft, language: string): State {
  const { name, instant, snapshot = ALFARABI, screen, props, overlay, page } = draft;
  const settings: ScreenSettings = {
    id: 's1',
    school: snapshot.school.id,
    name: 'Grade 8 corridor',
    phase: 0,
    language,
    ...screen,
  };
  return {
    name: `${name}-${language}`,
    language,
    steadyUntil: steadyUntil(snapshot, settings, instant),
    ...page,
    overlay,
    props: {
      ...propsOf(),
      snapshot,
      screen: settings,
      instant,
      confirmedAt: instant,
      ...props,
    },
  };
}

function propsOf(): State['props'] {
  return {
    snapshot: undefined,
    screen: undefined,
    instant: SCHOOL_DAY,
    isTrusted: true,
    freshness: { kind: 'fresh' },
    confirmedAt: undefined,
    pill: undefined,
  };
}

function stale(confirmedAt: number): Pick<AppProps, 'freshness' | 'confirmedAt'> {
  return { freshness: { kind: 'stale', confirmedAt }, confirmedAt };
}

/** Until the wall changes, or counts seconds. */
function steadyUntil(snapshot: Snapshot, screen: ScreenSettings, instant: number): number {
  const { changesAt } = wallAt(snapshot, screen, instant);
  return changesAt - MINUTE_MS - 1;
}

function withAlert(
  snapshot: Snapshot,
  title: Text = { ar: 'إخلاء المبنى', en: 'Leave the building' },
  instruction: Text = {
    ar: 'اتجهوا إلى ساحة التجمع الرئيسية بهدوء. لا تستخدموا المصعد.',
    en: 'Walk to the main assembly yard. Do not use the lift.',
  },
): Snapshot {
  return {
    ...snapshot,
    alerts: [
      {
        title,
        instruction,
        from: riyadh(MONDAY, '09:20:00'),
        until: riyadh(MONDAY, '10:30:00'),
      },
    ],
  };
}

function classIds({ classes }: Snapshot): readonly string[] {
  return classes.map(({ id }) => id);
}
