import type { ActionItemProblem } from '../../domain/action-item/action-item.ts';
import { mayManageActions } from '../../domain/action-item/permission.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Body } from '../../domain/body/body.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { choosableOn, type DepartmentWithSections } from '../../domain/department.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A meeting for which something may be registered, and the sections of today that may be responsible. */
export type OpenedActionForm = {
  readonly meeting: Meeting;
  readonly body: Body;
  readonly departments: readonly DepartmentWithSections[];
};

/** Opens 対応事項を登録 for a meeting that was held, to who may change its contents. */
export const openActionForm = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<OpenedActionForm, ActionItemProblem | Refusal>> => {
  const at = clock.now();
  const today = todayInTokyo(at);
  const act = { actor, action: 'open-action-form', at, subject: subjectOf('meeting', meetingId) };
  return db.look<OpenedActionForm, ActionItemProblem | Refusal>(act, async (record) => {
    const meeting = await record.meetings.find(meetingId);
    if (meeting === undefined || meeting.cancelled !== null) return refuse({ kind: 'gone' });
    if (!mayManageActions(actor, meeting)) return refuse({ kind: 'not-allowed', who: 'recorder' });
    if (!hasBegun(meeting.date, today)) return refuse({ kind: 'meeting-to-come' });
    const body = await record.bodies.find(meeting.bodyId, meeting.fiscalYear);
    if (body === undefined) return refuse({ kind: 'gone' });
    const departments = choosableOn(await record.departments.all(), today);
    return succeed({ meeting, body, departments });
  });
};
