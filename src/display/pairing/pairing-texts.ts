import { ltr } from '../voice.ts';
import type { PairingSaid, PairingView } from './pairing-view.ts';

/** What a device says in one language while it is no screen. */
export type PairingTexts = {
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly title: string;
  /** Before a time such as `9:12`. */
  readonly newCode: string;
  /** In place of a code. */
  readonly said: Readonly<Record<PairingSaid, string>>;
  /** Given the code in groups, or nothing while there is none. */
  readonly steps: (code: string) => readonly string[];
  readonly network: Readonly<Record<PairingView['network'], string>>;
  readonly corners: string;
  readonly back: string;
};

/** Side by side, English at the left as in its own pages. */
export const PAIRING_TEXTS: readonly PairingTexts[] = [
  {
    lang: 'en',
    dir: 'ltr',
    title: 'Pair this screen',
    newCode: 'New code in',
    said: {
      asking: 'A code is on its way.',
      noNetwork: 'No network yet. Check the cable or the Wi-Fi. It tries again by itself.',
      noServer: 'The server does not answer. It tries again by itself.',
      busy: 'Many TVs wait to be paired. A code comes by itself.',
      denied: 'This TV was refused. A new code comes by itself.',
      clockWrong: 'The TV’s clock is wrong. Set it in the TV’s menu.',
    },
    steps: (code) => [
      'Scan, to send the nine digits from your phone',
      `Whoever runs the server types ${ltr(`riwaq screen pair ${code}`.trim())}`,
      'The wall appears here by itself',
    ],
    network: {
      asking: 'Asking the server',
      works: 'Network OK',
      noNetwork: 'No network',
      noServer: 'No answer',
    },
    corners: 'No corner marks? Set the TV picture size to “Just scan”',
    back: 'Back: return to the wall',
  },
  {
    lang: 'ar',
    dir: 'rtl',
    title: 'اربط هذه الشاشة',
    newCode: 'رمز جديد بعد',
    said: {
      asking: 'سيظهر الرمز بعد لحظات.',
      noNetwork: 'لا توجد شبكة بعد. تحقّق من الكابل أو الواي فاي. تُعاد المحاولة تلقائيًا.',
      noServer: 'الخادم لا يجيب. تُعاد المحاولة تلقائيًا.',
      busy: 'شاشات كثيرة تنتظر الربط. سيظهر الرمز تلقائيًا.',
      denied: 'رُفض ربط هذه الشاشة. سيظهر رمز جديد تلقائيًا.',
      clockWrong: 'ساعة التلفاز غير صحيحة. اضبطها من قائمة التلفاز.',
    },
    steps: (code) => [
      'امسح الرمز المربّع لترسل الأرقام التسعة من هاتفك',
      `يكتب مسؤول الخادم ${ltr(`riwaq screen pair ${code}`.trim())}`,
      'تظهر الحصص هنا من تلقاء نفسها',
    ],
    network: {
      asking: 'يُسأل الخادم',
      works: 'الشبكة تعمل',
      noNetwork: 'لا توجد شبكة',
      noServer: 'لا جواب',
    },
    corners: 'لا ترى علامات الزوايا؟ اختر «ملاءمة الشاشة» في التلفاز',
    back: 'زر الرجوع: العودة إلى الحصص',
  },
];
