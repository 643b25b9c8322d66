import type { Words } from './words.ts';

const ORDINALS =
  'الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'.split(' ');

export const words: Words = {
  language: 'ar',
  dir: 'rtl',
  arabicDigits: true,
  weekdays: 'الأحد الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت'.split(' '),
  months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' '),
  hijriMonths:
    'محرم,صفر,ربيع الأول,ربيع الآخر,جمادى الأولى,جمادى الآخرة,رجب,شعبان,رمضان,شوال,ذو القعدة,ذو الحجة'.split(
      ',',
    ),
  week: (letter) => `الأسبوع ${letter}`,
  am: 'ص',
  pm: 'م',

  period: (key) => `الحصة ${ORDINALS[Number(key) - 1] ?? key}`,
  break: 'الفسحة',
  lunch: 'الغداء',
  prayer: 'الصلاة',
  assembly: 'الطابور',
  exam: 'الاختبارات',
  passing: 'الانتقال بين الحصص',
  other: 'نشاط',

  unit: {
    minutes: { two: 'دقيقتان', few: 'دقائق', other: 'دقيقة' },
    seconds: { two: 'ثانيتان', few: 'ثوانٍ', other: 'ثانية' },
  },
  left: { two: 'متبقيتان', other: 'متبقية' },
  toStart: { other: 'حتى البداية' },

  morning: 'صباح الخير',
  afternoon: 'مساء الخير',
  moveTo: (period) => `انتقلوا إلى ${period}`,
  between: 'بين الحصص',
  dayEnds: 'نهاية اليوم الدراسي',
  over: 'انتهى اليوم الدراسي',
  weekend: 'إجازة نهاية الأسبوع',
  closed: 'لا دراسة اليوم',
  tomorrow: 'غدًا',
  onDay: (date) => `يوم ${date}`,
  seeYou: (when, time) => `نراكم ${when} الساعة ${time}`,
  back: (when, time) => `نعود ${when} الساعة ${time}`,
  begins: (date) => `تبدأ الدراسة يوم ${date}`,
  unknown: 'جدول اليوم غير معروف',
  usualTimes: 'المواعيد المعتادة',
  examIn: (subject) => `اختبار ${subject}`,
  until: (name, time) => `${name} حتى ${time}`,

  nextAt: (time) => `التالي ${time}`,
  next: 'التالي',
  nowInClass: 'الآن في الفصول',
  examsNow: 'اللجان الآن',
  quiet: 'هدوء من فضلكم',
  // Only the lesson is known to be feminine.
  starts: (period, time) => `${period} ${/الحصة/.test(period) ? 'تبدأ' : 'الساعة'} ${time}`,
  startsAt: (time) => `البداية الساعة ${time}`,
  bells: 'مواعيد الحصص',
  class: 'الفصل',
  cover: 'انتظار',
  change: 'تغيير',
  free: 'لا حصة',
  movedTo: (where) => `نُقلت إلى ${where}`,

  duty: 'المناوبة اليوم',
  notice: 'إعلان',
  honour: 'لوحة الشرف',
  comingUp: 'قريبًا',

  asOf: (moment) => `بيانات ${moment}`,
  ago: (length) => `قبل ${length}`,
  and: ' و',
  minutes: { one: 'دقيقة', two: 'دقيقتين', few: '# دقائق', other: '# دقيقة' },
  hours: { one: 'ساعة', two: 'ساعتين', few: '# ساعات', other: '# ساعة' },
  days: { one: 'يوم', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' },
  missing: 'قد لا تظهر تغييرات اليوم',
  notPaired: 'غير مرتبطة',
  clockNotSet: 'لم تُضبط الساعة',
  clockReturns: 'تعود الحصص بعد ضبط الساعة: اضغطوا OK في جهاز التحكم.',

  ended: (date) => `انتهى الجدول المنشور في ${date}`,
  notUpdated: (date) => `الجدول لم يُحدَّث منذ ${date}`,
  askOffice: 'اسأل مكتب المدرسة عن حصتك.',
  usualAbove: 'مواعيد الحصص أعلاه هي المواعيد المعتادة.',
};
