import type { Actor } from '../../domain/actor.ts';
import type { AttendanceProblem } from '../../domain/attendance/attendance.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { type AskAgainDraft, type AskedAgain, askingAgain } from '../../domain/delivery/ask-again.ts';
import { nextMorningOf } from '../../domain/inquiry/sending.ts';
import { isAskedToWatch } from '../../domain/morning/duties.ts';
import { may } from '../../domain/permission.ts';
import { whoIsAwayOn } from '../../domain/person/away.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readAskedToWatch } from '../../queries/attendance.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/**
 * もう一度お願いする of a video training: the 対象者 of whom nothing is recorded are asked once more whether they have watched it, with
 * the next morning message or at once, as long as it is asked about. Who is away is told when they are back.
 */
export const askToWatchAgain = async (
  { clock, db }: ServiceDeps,
  sessionId: string,
  { key, draft }: FormInput<AskAgainDraft>,
  actor: Actor,
): Promise<Result<AskedAgain, AttendanceProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('training', sessionId);
  const act = { actor, action: 'ask-to-watch-again', at, subject };
  return db.submit<AskedAgain, AttendanceProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!may(actor, 'manage')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const session = await record.trainings.findToChange(sessionId);
    if (session === undefined || session.cancelled !== null) return refuse({ kind: 'gone' });
    const settings = await record.settings.read();
    const day = draft.sending === 'now' ? todayInTokyo(at) : nextMorningOf(at, settings);
    if (!isAskedToWatch(session, day, calendarOf(settings)))
      return refuse({ field: 'sending', kind: 'not-asked-to-watch' });

    const asked = await readAskedToWatch(record, session);
    const away = whoIsAwayOn(await record.awayPeriods.notOver(day), day);
    const owed = asked.map(({ slackId }) => ({ slackId, line: { kind: 'video', ref: subject } as const }));
    const absent = new Set(asked.filter(({ id }) => away.has(id)).map(({ slackId }) => slackId));
    const about = { kind: 'training-asked', subject, at } as const;
    const { later, deliveries } = askingAgain(owed, draft, absent, about);
    await record.deliveries.planAll(deliveries, at);
    await record.postponedLines.put(later.map(({ slackId }) => ({ slackId, ref: subject, until: day })));
    await record.audit({ subject, after: { sending: draft.sending, day, people: owed.length } });
    return succeed({ people: owed.length, morning: draft.sending === 'now' ? null : day });
  });
};
