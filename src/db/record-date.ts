import { fromUtcMidnight } from '../domain/calendar/local-date.ts';
import { type DatePrecision, type RecordDate, recordDateFrom } from '../domain/occasion/date.ts';

/** The columns of a meeting or training that say when it was. */
type DatedRow = {
  readonly id: string;
  readonly heldOn: Date;
  readonly heldUntil: Date | null;
  readonly precision: DatePrecision;
};

/** When it was, as exactly as its row knows; throws where the row has what no rule allows. */
export const toRecordDate = ({ id, heldOn, heldUntil, precision }: DatedRow): RecordDate => {
  const date = recordDateFrom({
    heldOn: fromUtcMidnight(heldOn),
    heldUntil: heldUntil === null ? undefined : fromUtcMidnight(heldUntil),
    precision,
  });
  if (!date.ok) throw new Error(`${id} has a date that no rule allows: ${date.error.kind}`);
  return date.value;
};
