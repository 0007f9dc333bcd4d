import type { Button } from '@slack/types';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { Settling } from '../../domain/chapter5/unsettled.ts';
import { joinParts } from '../../domain/parts.ts';
import { SETTLING_WORD } from '../../texts/report.ts';
import { button } from '../blocks.ts';

/** Where a button stands: in the report of a year, on a page. */
export type PlaceInReport = { readonly year: FiscalYear; readonly page: number };

/** The button that opens the very form which settles a point, or settles it. */
export const settlingButton = (settle: Settling, { year, page }: PlaceInReport): Button => {
  const to = (actionId: string, value: string): Button => button(actionId, SETTLING_WORD[settle.kind], value);
  switch (settle.kind) {
    case 'record-meeting':
      return to('meeting.point', settle.bodyId);
    case 'record-training':
      return to('training.point', settle.programmeId);
    case 'record-not-held':
      return to('did-not-meet.point', joinParts(settle.of.kind, settle.of.id, year));
    case 'confirm':
      return to('report.confirm', joinParts(settle.of.kind, settle.of.id, year, page));
    case 'confirm-held':
      return to('report.held', joinParts(settle.of.kind, settle.of.id, year, page));
    case 'edit':
      return to(`${settle.of.kind}.edit`, settle.of.id);
    case 'see-written':
      return to('written-progress.open', settle.meetingId);
    case 'record-attendance':
      return to('attendance.open', settle.sessionId);
    case 'edit-body':
      return to('body.change', settle.bodyId);
    case 'register-promoters':
      return to('promoter-list.open', 'new');
    case 'register-programme':
      return to('programme.open', 'new');
    case 'write-text':
      return to('chapter-text.edit', joinParts(year, settle.item));
  }
};
