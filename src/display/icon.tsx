const PATHS = {
  assembly:
    'M8 8.5a3 3 0 1 0 0-.1zM2.5 20c0-4.5 2-7 5.5-7s5.5 2.5 5.5 7M15.5 11a2.5 2.5 0 1 0 0-5M16 14c3.5 0 5.5 2 5.5 6',
  book: 'M12 6c-2-1.6-4.6-2-8-2v14c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V4c-3.4 0-6 .4-8 2zM12 6v14',
  break: 'M4 9h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10h2a3 3 0 0 1 0 6h-2M8 2.5v3M12 2.5v3',
  calendar:
    'M5.5 5h13a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 10h17M8 2.5v4M16 2.5v4',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  exam: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  flag: 'M5 21V4M5 4h13l-3 4 3 4H5',
  horn: 'M4 10v4h3l7 4V6l-7 4zM18 9a4 4 0 0 1 0 6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  lunch: 'M6 3v5a2.5 2.5 0 0 0 5 0V3M8.5 3v18M17 21v-7M17 14c-3 0-3-11 0-11z',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z',
  prayer: 'M4 20h16M6 20v-7a6 6 0 0 1 12 0v7M12 7V4M10 20v-4a2 2 0 0 1 4 0v4',
  question: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.3v.2',
  shield: 'M12 3l7 3v5c0 5-3.2 8-7 10-3.8-2-7-5-7-10V6zM9 12l2.2 2.2L15.5 10',
  since: 'M3.5 12a8.5 8.5 0 1 0 2.6-6.1M3 4v4h4M12 8v4.4l2.8 1.8',
  star: 'M12 3l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 16.8l-5.4 2.9 1.1-6.1L3.2 9.4l6.1-.8z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2.2M12 19.3v2.2M2.5 12h2.2M19.3 12h2.2M5.3 5.3l1.5 1.5M17.2 17.2l1.5 1.5M5.3 18.7l1.5-1.5M17.2 6.8l1.5-1.5',
  walk: 'M5 12h13M13 6.5l5.5 5.5-5.5 5.5',
  warning: 'M12 3l10 18H2zM12 10v5M12 18v.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A stroked picture as large as its text; it says nothing that the words beside it do not. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
