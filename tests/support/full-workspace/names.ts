import { localDate } from '../../../src/domain/calendar/local-date.ts';

/** Stands in everything that is typed in the full workspace: where it shows elsewhere, something leaked. */
export const MARK = '豊中市だけの';

export const AT = new Date('2026-11-24T10:00:00+09:00');
export const DAY = localDate('2026-11-24');
export const YEAR = 2026;
export const SLACK_ID = 'U0TAKETORI';
export const EMAIL = 'taketori@city.example';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The rows of the full workspace by their ids, and ids that are nobody's yet. */
export const ID = {
  body: id(1),
  meeting: id(2),
  person: id(3),
  department: id(4),
  section: id(5),
  appointment: id(6),
  away: id(7),
  member: id(8),
  file: id(9),
  programme: id(10),
  session: id(11),
  inquiry: id(12),
  stored: id(13),
  answer: id(14),
  request: id(15),
  article: id(16),
  waiting: id(17),
  issue: id(18),
  unsought: id(19),
  proposal: id(20),
  written: id(21),
  writtenDraft: id(22),
  action: id(23),
  report: id(24),
  handedOver: id(25),
  opinion: id(26),
  carried: id(27),
  fresh: id(101),
  fresher: id(102),
} as const;
