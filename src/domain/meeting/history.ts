import { z } from 'zod';
import type { AuditLine } from '../audit.ts';
import { changesOf, type OccasionChange } from '../occasion/history.ts';
import { AGENDA_KINDS, type AgendaItem } from './agenda.ts';
import { MEETING_WAYS, type MeetingWay } from './meeting.ts';

/** What a change replaced, as far as it replaced anything; `date` as the report would have printed it. */
export type MeetingBefore = {
  readonly bodyName?: string;
  readonly date?: string;
  readonly way?: MeetingWay;
  readonly place?: string;
  readonly items?: readonly AgendaItem[];
  /** The contents were changed; they are not shown here. */
  readonly contents?: true;
};

/** One earlier change of a meeting. */
export type MeetingChange = OccasionChange<MeetingBefore>;

/** The facts as an audit line keeps them. */
const Kept = z.object({
  bodyId: z.string(),
  way: z.enum(MEETING_WAYS),
  printed: z.string(),
  place: z.string(),
  items: z.array(z.object({ text: z.string(), kind: z.enum(AGENDA_KINDS).nullable() })),
});

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const replaced = (line: AuditLine): MeetingBefore | undefined => {
  if (line.action === 'record-meeting-contents') return { contents: true };
  const [before, after] = [Kept.safeParse(line.before).data, Kept.safeParse(line.after).data];
  if (before === undefined || after === undefined) return undefined;
  const bodyName = line.names[before.bodyId];
  return {
    ...(before.bodyId === after.bodyId || bodyName === undefined ? {} : { bodyName }),
    ...(before.printed === after.printed ? {} : { date: before.printed }),
    ...(before.way === after.way ? {} : { way: before.way }),
    ...(before.place === after.place ? {} : { place: before.place }),
    ...(isSame(before.items, after.items) ? {} : { items: before.items }),
  };
};

/** The changes that a meeting's audit lines tell of, in their order. */
export const meetingChanges = (lines: readonly AuditLine[]): readonly MeetingChange[] =>
  changesOf(lines, replaced);
