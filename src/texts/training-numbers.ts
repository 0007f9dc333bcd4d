import { printFiscalYear } from '../domain/calendar/fiscal-year.ts';
import type { ProgrammeNumbers, TrainingNumbers } from '../domain/training/numbers.ts';

const people = (count: number): string => `${count.toLocaleString('ja-JP')}人`;
const named = (count: number): string => `${count.toLocaleString('ja-JP')}名`;

/** How many took part, as a bar of the picture is labelled: 92人; 開催なし; 記録なし. */
const participants = ({ participants: count, sessions, unknown, notHeld }: TrainingNumbers): string => {
  if (sessions === 0) return notHeld ? '開催なし' : '記録なし';
  if (count === null) return '人数の記録なし';
  return unknown === 0 ? people(count) : `${people(count)}(ほかに人数の記録なし${unknown}回)`;
};

/** 研修の人数 of the last three fiscal years, in words. */
export const trainingNumbersText = {
  title: '研修の人数(直近3年度)',
  lead: '今年度の数は、今日までに行われた研修のものです。',
  other: 'その他の研修',
  nameOf: ({ name }: ProgrammeNumbers): string => name ?? trainingNumbersText.other,
  participants,
  /** One year of one programme: 令和5年度 1回 92人(受講の記録 延べ92名、実人数92名). */
  year: (numbers: TrainingNumbers): string => {
    const { year, sessions, attendances, people: count } = numbers;
    const recorded = attendances === 0 ? '' : `(受講の記録 延べ${named(attendances)}、実人数${named(count)})`;
    return [
      printFiscalYear(year),
      ...(sessions === 0 ? [] : [`${sessions}回`]),
      `${participants(numbers)}${recorded}`,
    ].join(' ');
  },
  /** The picture in words, the same numbers in the same order. */
  alt: (programmes: readonly ProgrammeNumbers[]): string =>
    [
      '研修の参加者数の棒グラフ',
      ...programmes.map(
        (programme) =>
          `${trainingNumbersText.nameOf(programme)}:${programme.years
            .map((numbers) => `${printFiscalYear(numbers.year)} ${trainingPictureText.bar(numbers)}`)
            .join('、')}`,
      ),
    ].join('。'),
  others: (count: number) => `ほか${count}件の研修があります。「研修の一覧」からご覧ください。`,
} as const;

/** The picture's own words. */
export const trainingPictureText = {
  fileName: 'kensyu-ninzu.png',
  title: '研修の参加者数',
  unit: '直近3年度',
  /** What stands behind a bar: 92人, with a mark where some of its sessions have no number. */
  bar: (numbers: TrainingNumbers): string =>
    numbers.participants !== null && numbers.unknown > 0
      ? `${people(numbers.participants)}以上`
      : participants(numbers),
} as const;

/** The lag of the promoters' training on the Home tab. */
export const trainingLagHomeText = {
  title: '協働推進員研修の日程',
  stillNoDate: (year: string) =>
    `${year}の協働推進員研修の日程が、まだ記録されていません。できるだけ早い開催をご検討ください。`,
  wasLate: (year: string) =>
    `${year}の協働推進員研修は、年度の後半の開催です。来年度は、前半(9月まで)の開催をご検討ください。`,
} as const;

/** What the bot sends by itself about it, as the help says it. */
export const TRAINING_LAG_SENDS =
  '研修日程の確認のお願い(協働推進員研修が前半(9月まで)にないとき、4月15日・6月1日・8月1日(閉庁日なら次の開庁日)の朝)';
