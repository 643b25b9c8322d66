import type { Words } from './words.ts';

const left = (noun: string): [string, string] => [noun, 'left'];
const toStart = (noun: string): [string, string] => [noun, 'to start'];

export const en: Words = {
  language: 'en',
  dir: 'ltr',
  arabicDigits: false,
  weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  months:
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  hijriMonths:
    'Muharram,Safar,Rabi I,Rabi II,Jumada I,Jumada II,Rajab,Shaban,Ramadan,Shawwal,Dhu al-Qadah,Dhu al-Hijjah'.split(
      ',',
    ),
  shortTo: 3,
  am: 'am',
  pm: 'pm',

  period: (key) => `Period ${key}`,
  break: 'Break',
  lunch: 'Lunch',
  prayer: 'Prayer',
  assembly: 'Assembly',
  exam: 'Exams',
  passing: 'Passing time',
  other: 'Activity',

  minutesLeft: { one: left('minute'), other: left('minutes') },
  secondsLeft: { one: left('second'), other: left('seconds') },
  minutesToStart: { one: toStart('minute'), other: toStart('minutes') },
  secondsToStart: { one: toStart('second'), other: toStart('seconds') },

  morning: 'Good morning',
  afternoon: 'Good afternoon',
  moveTo: (period) => `Move to ${period}`,
  between: 'Between periods',
  dayEnds: 'End of school',
  over: 'School is over',
  weekend: 'Weekend',
  closed: 'No school today',
  tomorrow: 'tomorrow',
  onDay: (date) => `on ${date}`,
  seeYou: (when, time) => `See you ${when} at ${time}`,
  back: (when, time) => `Back ${when} at ${time}`,
  begins: (date) => `Begins on ${date}`,
  unknown: 'Today’s schedule is not known',
  usualTimes: 'Usual times',
  examIn: (subject) => `${subject} exam`,
  until: (name, time) => `${name} until ${time}`,

  nextAt: (time) => `Next at ${time}`,
  next: 'Next',
  nowInClass: 'In class now',
  examsNow: 'Exam halls now',
  quiet: 'Quiet, please',
  starts: (period, time) => `${period} starts at ${time}`,
  startsAt: (time) => `starts at ${time}`,
  bells: 'Bell times',
  class: 'Class',
  cover: 'Cover',
  change: 'Change',
  free: 'No class',
  movedTo: (where) => `Moved to ${where}`,

  duty: 'On duty today',
  notice: 'Notice',
  honour: 'Honour board',
  comingUp: 'Coming up',

  asOf: (moment) => `As of ${moment}`,
  ago: (length) => `${length} ago`,
  and: ' ',
  minutes: { other: '# min' },
  hours: { other: '# h' },
  days: { one: '# day', other: '# days' },
  missing: 'today’s changes may be missing',
  notPaired: 'Not paired',
  clockNotSet: 'Clock not set',
  clockReturns: 'Lessons come back to this screen once its clock is set.',

  ended: (date) => `The published timetable ended on ${date}`,
  notUpdated: (date) => `Timetable not updated since ${date}`,
  askOffice: 'Ask at the school office for your class.',
  usualAbove: 'The times above are the usual bell times.',
  paired: 'This screen is paired',
  waiting: 'Waiting for the school’s first timetable. Lessons appear here as soon as it arrives.',
  unpaired: 'Not paired yet',
  openLink: 'On this screen, open the link given by',
  corners: 'Are all four corner marks visible? If not, set the TV picture size to “Just scan”.',
};
