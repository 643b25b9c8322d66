/** One text per CLDR plural category that a language has. */
export type Forms<Value> = { readonly other: Value } & {
  readonly [Category in Intl.LDMLPluralRule]?: Value;
};

/**
 * Everything the wall says by itself in one language. Times, numbers and names arrive as texts that
 * are already isolated for either direction.
 */
export type Words = {
  readonly language: string;
  readonly dir: 'rtl' | 'ltr';
  /** Whether the school may have its numbers in Arabic-Indic digits. */
  readonly arabicDigits: boolean;
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly hijriMonths: readonly string[];
  /** The first of a month, where it is not said by its number. */
  readonly first?: string;
  /** Letters to keep of a weekday or month where space is short; absent: all. */
  readonly shortTo?: number;
  /** The variant that writes a month before its date. */
  readonly monthFirst?: string;
  /** A week of a rotation, by its letter. */
  readonly week: (letter: string) => string;
  readonly am: string;
  readonly pm: string;

  /** A lesson that has a key but no name. */
  readonly period: (key: string) => string;
  readonly break: string;
  readonly lunch: string;
  readonly prayer: string;
  readonly assembly: string;
  readonly exam: string;
  readonly passing: string;
  readonly other: string;

  /** What is counted down, beside its number, and what is said of it beneath. */
  readonly unit: { readonly minutes: Forms<string>; readonly seconds: Forms<string> };
  readonly left: Forms<string>;
  readonly toStart: Forms<string>;

  readonly morning: string;
  readonly afternoon: string;
  readonly moveTo: (period: string) => string;
  readonly between: string;
  readonly dayEnds: string;
  readonly over: string;
  readonly weekend: string;
  readonly closed: string;
  readonly tomorrow: string;
  readonly onDay: (date: string) => string;
  readonly seeYou: (when: string, time: string) => string;
  readonly back: (when: string, time: string) => string;
  readonly begins: (date: string) => string;
  readonly unknown: string;
  readonly usualTimes: string;
  readonly examIn: (subject: string) => string;
  readonly until: (name: string, time: string) => string;

  readonly nextAt: (time: string) => string;
  readonly next: string;
  readonly nowInClass: string;
  readonly examsNow: string;
  readonly quiet: string;
  readonly starts: (period: string, time: string) => string;
  readonly startsAt: (time: string) => string;
  readonly bells: string;
  readonly class: string;
  readonly cover: string;
  readonly change: string;
  readonly free: string;
  readonly movedTo: (where: string) => string;

  readonly duty: string;
  readonly notice: string;
  readonly honour: string;
  readonly comingUp: string;

  readonly asOf: (moment: string) => string;
  /** Around lengths of time joined by `and`. */
  readonly ago: (length: string) => string;
  readonly and: string;
  /** With `#` for the number. */
  readonly minutes: Forms<string>;
  readonly hours: Forms<string>;
  readonly days: Forms<string>;
  readonly missing: string;
  readonly notPaired: string;
  readonly clockNotSet: string;
  readonly clockReturns: string;

  readonly ended: (date: string) => string;
  readonly notUpdated: (date: string) => string;
  readonly askOffice: string;
  readonly usualAbove: string;
};
