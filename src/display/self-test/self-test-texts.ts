import type { Remark, StepName, Verdict } from './self-test-view.ts';

/** What the self-test says in one language. */
export type SelfTestTexts = {
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly title: string;
  readonly steps: Readonly<Record<StepName, string>>;
  /** Before what they are about, if anything. */
  readonly remarks: Readonly<Record<Remark, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Before a time such as `1:52`. */
  readonly closes: string;
};

export const SELF_TEST_TEXTS: readonly SelfTestTexts[] = [
  {
    lang: 'en',
    dir: 'ltr',
    title: 'Can you leave this screen?',
    steps: {
      worker: 'Installed on this TV',
      files: 'The app is complete on this TV',
      restart: 'Starts without the network',
      storage: 'Keeps what it stores',
      persist: 'Asked not to clear its storage',
      coverage: 'Timetable for 14 days or more',
      poll: 'The next question was answered',
      clock: 'The clock is right',
      corners: 'The whole picture is visible',
    },
    remarks: {
      checked: 'Files checked:',
      counted: 'Loaded again. Files over the network: 0 of',
      http: 'Not over plain http',
      notInstalled: 'Press D, then OK, with the network on',
      damaged: 'Press D, then OK. Missing or damaged:',
      fromNetwork: 'Came over the network:',
      notKept: 'Let the browser keep data when it closes',
      notPromised: 'It promises nothing, as is usual',
      until: 'Until',
      ends: 'Ask the school to publish more. It ends on',
      notPublished: 'The school has not published yet',
      noAnswer: 'No answer: check the network',
      at: 'At',
      within: 'To within',
      corrected: 'The wall corrects the TV’s own, which is off by',
      corners: 'If a mark is missing, set the picture size to “Just scan”',
    },
    verdicts: {
      running: 'Please stay: this takes up to two minutes',
      corners: 'Four corner marks? Press OK',
      failed: 'Not yet: see what is marked',
      limited: 'Works as long as this page stays open',
      safe: 'Safe to leave',
    },
    closes: 'Closes in',
  },
  {
    lang: 'ar',
    dir: 'rtl',
    title: 'هل يمكنك ترك هذه الشاشة؟',
    steps: {
      worker: 'التطبيق مثبّت على هذا التلفاز',
      files: 'ملفات التطبيق كاملة على هذا التلفاز',
      restart: 'تبدأ من دون شبكة',
      storage: 'تحتفظ بما تخزّنه',
      persist: 'طُلب عدم محو ما خُزّن',
      coverage: 'جدول لأربعة عشر يومًا أو أكثر',
      poll: 'أجاب الخادم عن السؤال التالي',
      clock: 'الساعة صحيحة',
      corners: 'الصورة ظاهرة كلها',
    },
    remarks: {
      checked: 'ملفات فُحصت:',
      counted: 'أُعيد التحميل. ملفات من الشبكة: 0 من',
      http: 'غير ممكن من دون https',
      notInstalled: 'اضغط D ثم OK والشبكة تعمل',
      damaged: 'اضغط D ثم OK. ناقص أو تالف:',
      fromNetwork: 'جاء من الشبكة:',
      notKept: 'اسمح للمتصفح بحفظ البيانات عند إغلاقه',
      notPromised: 'لا يعد المتصفح بشيء، وهذا معتاد',
      until: 'حتى',
      ends: 'اطلب من المدرسة نشر المزيد. ينتهي في',
      notPublished: 'لم تنشر المدرسة جدولًا بعد',
      noAnswer: 'لا جواب: تحقّق من الشبكة',
      at: 'الساعة',
      within: 'بدقة',
      corrected: 'تُصحَّح ساعة التلفاز، وفرقها',
      corners: 'إن غابت علامة فاختر «ملاءمة الشاشة» في التلفاز',
    },
    verdicts: {
      running: 'ابقَ من فضلك: يستغرق هذا دقيقتين على الأكثر',
      corners: 'ترى علامات الزوايا الأربع؟ اضغط OK',
      failed: 'ليس بعد: انظر إلى ما عليه علامة',
      limited: 'تعمل ما دامت هذه الصفحة مفتوحة',
      safe: 'يمكنك المغادرة',
    },
    closes: 'يُغلق بعد',
  },
];
