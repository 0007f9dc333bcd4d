import type { InquiriesCounted, MeetingsCounted, TrainingCounted, Untold } from '../domain/chapter5/years.ts';
import { chapterText } from './chapter5.ts';

const counted = (count: number, unit: string): string => `${count.toLocaleString('ja-JP')}${unit}`;
const beside = (words: readonly string[]): string => (words.length === 0 ? '' : `(${words.join('、')})`);

const UNTOLD: Readonly<Record<Untold['kind'], string>> = {
  'not-held': '開催なし',
  unrecorded: chapterText.unrecorded,
  'not-printed': '(掲載なし)',
};

/** 前年度との比較: the appendix of chapter 5 in which three years stand side by side. */
export const yearsText = {
  title: '付録 前年度との比較',
  lead: (first: string, last: string) =>
    `${first}から${last}までを並べています。記録のないところは${chapterText.unrecorded}です。`,
  toDay: '今年度の数は、今日までのものです。',
  item: '項目',
  together: '合計',
  other: 'その他の研修',
  meetings: '会議の開催',
  training: '研修と参加者',
  promoters: '協働推進員の選任',
  appointed: '4月1日に選任',
  later: '年度途中の選任',
  inquiries: '照会への回答',
  asked: '照会',
  inTime: '期限内の回答',
  inquiriesLead: '回答期限が過ぎた照会と、締め切った照会を数えています。',
  untold: ({ kind }: Untold): string => UNTOLD[kind],
  /** 3回(うち書面開催1回); of all together with what is not in it. */
  meetingCount: ({ all, written }: MeetingsCounted, unrecorded = 0): string =>
    `${counted(all, '回')}${beside([
      ...(written === 0 ? [] : [`うち書面開催${counted(written, '回')}`]),
      ...(unrecorded === 0 ? [] : [`ほかに記録のない会議体${unrecorded}`]),
    ])}`,
  /** 2回 92人; where a session has no number, it says so. */
  trainingCount: ({ sessions, participants, unknown }: TrainingCounted, unrecorded = 0): string =>
    `${counted(sessions, '回')} ${
      participants === null ? '人数の記録なし' : counted(participants, '人')
    }${beside([
      ...(participants === null || unknown === 0 ? [] : [`ほかに人数の記録なし${counted(unknown, '回')}`]),
      ...(unrecorded === 0 ? [] : [`ほかに記録のない研修${unrecorded}`]),
    ])}`,
  times: (count: number): string => counted(count, '回'),
  heads: (count: number): string => counted(count, '人'),
  people: (count: number): string => counted(count, '名'),
  inquiryCount: (count: number): string => counted(count, '件'),
  /** 105件のうち98件(93.3%). */
  inTimeCount: ({ asked, inTime }: InquiriesCounted): string =>
    asked === 0
      ? counted(0, '件')
      : `${counted(asked, '件')}のうち${counted(inTime, '件')}(${((inTime / asked) * 100).toFixed(1)}%)`,
} as const;

/** The pictures' own words. */
export const yearsPictureText = {
  meetings: '会議の開催回数',
  training: '研修の参加者数',
  unit: '3年度',
  meetingBar: ({ all }: MeetingsCounted): string => counted(all, '回'),
  /** With a mark where some of its sessions have no number. */
  trainingBar: ({ participants, unknown }: TrainingCounted): string =>
    participants === null ? '人数の記録なし' : `${counted(participants, '人')}${unknown > 0 ? '以上' : ''}`,
  /** A picture in words: the same numbers in the same order. */
  words: (
    title: string,
    groups: readonly {
      readonly name: string;
      readonly bars: readonly { readonly label: string; readonly words: string }[];
    }[],
  ): string =>
    [
      `${title}の棒グラフ`,
      ...groups.map(
        ({ name, bars }) => `${name}:${bars.map(({ label, words }) => `${label} ${words}`).join('、')}`,
      ),
    ].join('。'),
} as const;

/** 根拠 of the comparison. */
export const yearsEvidenceText = {
  title: '根拠(前年度との比較)',
  times: '回数',
  written: 'うち書面開催',
  participants: '参加者',
  asked: '回答のお願い',
  sum: (name: string) => `${name}の数`,
  session: '研修の記録',
  heads: '研修の記録の参加者',
  inquiry: (number: number, title: string) => `照会${number}「${title}」`,
} as const;
