import type { Body } from '../body/body.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { standingOf } from '../occasion/standing.ts';

/** How far an opinion is in a year: 登録, 依頼中, 案あり, 幹事会審議済, 本部会議審議済, 公表済. Computed, never typed. */
export const OPINION_STATES = [
  'registered',
  'asked',
  'drafted',
  'committee',
  'headquarters',
  'published',
] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

/** A body before which opinions go: 幹事会, then 本部会議. */
export type DeliberatingBody = 'committee' | 'headquarters';

/**
 * Which of the two a body is, told by its names: 協働推進本部会議幹事会 is 幹事会, though its name has both words. Others are neither.
 */
export const deliberatingBodyOf = ({
  name,
  shortName,
}: Pick<Body, 'name' | 'shortName'>): DeliberatingBody | undefined => {
  const called = [name, shortName];
  if (called.some((each) => each.includes('幹事会'))) return 'committee';
  return called.some((each) => each.includes('本部会議')) ? 'headquarters' : undefined;
};

/** Whether a chosen meeting has deliberated by `today`: it was held, its result in writing is told, and its record stands. */
export const hasDeliberated = (
  meeting: Pick<Meeting, 'cancelled' | 'date' | 'confirmedAt' | 'heldConfirmedAt' | 'begunInWritingId'>,
  today: LocalDate,
): boolean => ['unconfirmed', 'settled'].includes(standingOf(meeting, today));

/** What is known of an opinion in a year. */
export type OpinionCourse = {
  /** An inquiry about it is open. */
  readonly isAsked: boolean;
  /** 市の調査・検討 is written. */
  readonly isSaved: boolean;
  /** The bodies of those chosen meetings that have deliberated. */
  readonly deliberatedBy: readonly (DeliberatingBody | undefined)[];
  readonly isPublished: boolean;
};

/** How far it is: the furthest of what has happened. */
export const opinionState = ({
  isAsked,
  isSaved,
  deliberatedBy,
  isPublished,
}: OpinionCourse): OpinionState => {
  if (isPublished) return 'published';
  if (deliberatedBy.includes('headquarters')) return 'headquarters';
  if (deliberatedBy.includes('committee')) return 'committee';
  if (isSaved) return 'drafted';
  return isAsked ? 'asked' : 'registered';
};
