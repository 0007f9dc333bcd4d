import { type Attendance, type AttendanceEvent, type AttendanceSource, wasThere } from './attendance.ts';

/** By which ways people enter themselves. */
export type OwnSource = Extract<AttendanceSource, 'code' | 'button'>;

/** What a person says of themselves: by which way, when. */
type OwnEntry = Pick<AttendanceEvent, 'sessionId' | 'personId' | 'at' | 'by'> & {
  readonly source: OwnSource;
};

/** What is recorded of one person at a session: as it stands, and every entry, oldest first. */
export type OwnRecord = {
  readonly attendance: Attendance | undefined;
  readonly events: readonly AttendanceEvent[];
};

/** The person's own word, while it stands: they said by `source` that they were there, and that is recorded. */
export const ownWord = (
  { attendance, events }: OwnRecord,
  source: OwnSource,
): AttendanceEvent | undefined => {
  const own = events.findLast((event) => event.source === source);
  return own !== undefined && wasThere(own) && attendance !== undefined && wasThere(attendance)
    ? own
    : undefined;
};

/**
 * The entry of one who says that they were there. 一部出席 that somebody else has recorded stays, and so does the note: only
 * the history grows.
 */
export const comingEntry = ({ attendance }: OwnRecord, entry: OwnEntry): AttendanceEvent => ({
  ...entry,
  state: attendance !== undefined && wasThere(attendance) ? attendance.state : 'present',
  note: attendance?.note ?? '',
});

/** The entry of one who takes their own word back. Nothing is removed. */
export const takingBackEntry = ({ attendance }: OwnRecord, entry: OwnEntry): AttendanceEvent => ({
  ...entry,
  state: 'absent',
  note: attendance?.note ?? '',
});

/** Of a video: whether a person has taken back that they watched it, and so is asked again. */
export const isTakenBack = ({
  events,
}: {
  readonly events: readonly Pick<AttendanceEvent, 'state' | 'source'>[];
}): boolean => {
  const newest = events.at(-1);
  return newest?.source === 'button' && newest.state === 'absent';
};
