/** What the wall asks about its clock in one language, around the time and the date. */
export type ClockTexts = {
  readonly isIt: string;
  readonly on: string;
  readonly mark: string;
  readonly why: string;
  /** What the keys of a remote are called, and do. */
  readonly keys: readonly (readonly [key: string, what: string])[];
};

const ARABIC: ClockTexts = {
  isIt: 'هل الساعة الآن',
  on: 'يوم',
  mark: '؟',
  why: 'لا تعرف هذه الشاشة الوقت قبل أن تتصل بخادمها. قارنوا بساعة أو هاتف.',
  keys: [
    ['OK', 'نعم، هذا هو الوقت'],
    ['أعلى، أسفل', 'تغيير المحدد'],
    ['يمين، يسار', 'تحديد الساعة أو الدقائق أو اليوم'],
    ['رجوع', 'ترك الساعة كما هي'],
  ],
};

const ENGLISH: ClockTexts = {
  isIt: 'Is it now',
  on: 'on',
  mark: '?',
  why: 'This screen cannot know the time before it reaches its server. Look at a watch or a phone.',
  keys: [
    ['OK', 'yes, that is the time'],
    ['Up, down', 'change what is marked'],
    ['Left, right', 'mark hour, minutes or day'],
    ['Back', 'leave the clock as it is'],
  ],
};

const FRENCH: ClockTexts = {
  isIt: 'Est-il',
  on: 'le',
  mark: '?',
  why: 'Cet écran ne peut pas savoir l’heure avant de joindre son serveur. Regardez une montre.',
  keys: [
    ['OK', 'oui, c’est l’heure'],
    ['Haut, bas', 'changer ce qui est marqué'],
    ['Gauche, droite', 'marquer heure, minutes ou jour'],
    ['Retour', 'laisser l’horloge ainsi'],
  ],
};

const BY_LANGUAGE = new Map([
  ['ar', ARABIC],
  ['en', ENGLISH],
  ['fr', FRENCH],
]);

/** The first of a wall's languages (BCP 47 tags) in which it can ask, with the texts; else English. */
export function clockTextsIn(tags: readonly string[]): {
  readonly tag: string;
  readonly texts: ClockTexts;
} {
  for (const tag of tags) {
    const texts = BY_LANGUAGE.get(tag.slice(0, 2));
    if (texts) return { tag, texts };
  }
  return { tag: 'en', texts: ENGLISH };
}
