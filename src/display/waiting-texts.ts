/** What a paired screen says in one language before it shows its school's wall. */
export type WaitingTexts = {
  readonly language: string;
  readonly dir: 'rtl' | 'ltr';
  readonly paired: string;
  readonly waiting: string;
};

/** Side by side where nobody has chosen a language yet. */
export const WAITING_TEXTS: readonly WaitingTexts[] = [
  {
    language: 'ar',
    dir: 'rtl',
    paired: 'الشاشة مرتبطة',
    waiting: 'بانتظار أول جدول من المدرسة. تظهر الحصص هنا فور وصولها.',
  },
  {
    language: 'en',
    dir: 'ltr',
    paired: 'This screen is paired',
    waiting: 'Waiting for the school’s first timetable. Lessons appear here as soon as it arrives.',
  },
];
