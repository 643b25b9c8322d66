/** Of a screen, in px. */
export type Size = { readonly width: number; readonly height: number };

export const FULL_HD: Size = { width: 1920, height: 1080 };

/** The screens that hang in hallways: TVs, panels, projectors, and those that stand upright. */
export const SIZES: readonly Size[] = [
  FULL_HD,
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 3840, height: 2160 },
  { width: 1920, height: 1200 },
  { width: 1280, height: 800 },
  { width: 1024, height: 768 },
  { width: 2560, height: 1080 },
  { width: 1080, height: 1920 },
  { width: 720, height: 1280 },
  { width: 1200, height: 1920 },
];

/** What `npm test` paints of other sizes than Full HD: where most depends on the size. */
export const FAST_EXTRAS: readonly { readonly size: Size; readonly names: readonly string[] }[] = [
  {
    size: { width: 1080, height: 1920 },
    names: [
      'in-period-ar',
      'break-en',
      'after-ar',
      'changes-tomorrow-en',
      'stale-en',
      'emergency-ar',
      'tracks-3-ar',
      'classes-40-en',
      'longest-names-ar',
      'longest-names-24-en',
    ],
  },
  {
    size: { width: 1280, height: 720 },
    names: ['in-period-ar', 'longest-names-en', 'longest-names-40-ar'],
  },
  { size: { width: 1024, height: 768 }, names: ['in-period-en'] },
];

/** `1080x1920`, as a picture's name has it. */
export function sizeText({ width, height }: Size): string {
  return `${width}x${height}`;
}

/** The size that `text` names. Throws when it does not. */
export function parseSize(text: string): Size {
  const [, width, height] = /^(\d{3,5})[x×](\d{3,5})$/.exec(text) ?? [];
  if (width === undefined || height === undefined) {
    throw new RangeError(`"${text}" is no size: write it like ${sizeText(FULL_HD)}`);
  }
  return { width: Number(width), height: Number(height) };
}
