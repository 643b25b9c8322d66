/** What a screen says in one language before it shows any school's wall. */
export type UnpairedTexts = {
  readonly language: string;
  readonly dir: 'rtl' | 'ltr';
  readonly paired: string;
  readonly waiting: string;
  readonly unpaired: string;
  /** What stands before the name of the command. */
  readonly openLink: string;
  readonly corners: string;
};

/** Side by side, because nobody has chosen a language yet. */
export const UNPAIRED_TEXTS: readonly UnpairedTexts[] = [
  {
    language: 'ar',
    dir: 'rtl',
    paired: 'الشاشة مرتبطة',
    waiting: 'بانتظار أول جدول من المدرسة. تظهر الحصص هنا فور وصولها.',
    unpaired: 'لم تُربط هذه الشاشة بعد',
    openLink: 'افتح على هذه الشاشة الرابط الذي يعطيه الأمر',
    corners: 'لا ترى علامات الزوايا الأربع؟ اختر «ملاءمة الشاشة» في إعدادات صورة التلفاز.',
  },
  {
    language: 'en',
    dir: 'ltr',
    paired: 'This screen is paired',
    waiting: 'Waiting for the school’s first timetable. Lessons appear here as soon as it arrives.',
    unpaired: 'Not paired yet',
    openLink: 'On this screen, open the link given by',
    corners: 'Are all four corner marks visible? If not, set the TV picture size to “Just scan”.',
  },
];
