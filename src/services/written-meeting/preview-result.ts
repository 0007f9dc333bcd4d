import type { Actor } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isOfficeHours } from '../../domain/calendar/office-hours.ts';
import { nextMorningOf } from '../../domain/inquiry/sending.ts';
import { hasBegun } from '../../domain/occasion/date.ts';
import { may } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { noticeOf, type WrittenNotice } from '../../domain/written-meeting/notice.ts';
import {
  isResultComplete,
  recordedFrom,
  type WrittenResultProblem,
} from '../../domain/written-meeting/result.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import { readReached } from '../../queries/written-meeting/invitations.ts';
import { readOutcomeToTell } from '../../queries/written-meeting/outcome.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What 結果を通知する would send, as it will look, and to whom. */
export type WrittenResultPreview = {
  readonly meetingId: string;
  readonly revision: number;
  readonly notice: WrittenNotice;
  readonly recipients: number;
  /** Of them those who are 不在 today. */
  readonly away: number;
  /** Whether its day is to come, until which it stands as 予定: answers were ended early. */
  readonly isToCome: boolean;
  /** 回答者 who have no Slack to be told by. */
  readonly withoutSlack: readonly Voter[];
  /** Outside of office hours the morning on which it may go instead of at once; null inside of them. */
  readonly nextMorning: { readonly day: LocalDate; readonly at: string } | null;
};

/** Reads it of a result that was kept. */
export const previewWrittenResult = async (
  { clock, db }: ServiceDeps,
  meetingId: string,
  actor: Actor,
): Promise<Result<WrittenResultPreview, WrittenResultProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('written-meeting', meetingId);
  const act = { actor, action: 'preview-written-result', at, subject };
  return db.look<WrittenResultPreview, WrittenResultProblem | Refusal>(act, async (record) => {
    if (!may(actor, 'manage-written-meeting')) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    const outcome = await readOutcomeToTell(record, meetingId, at, false);
    if (!outcome.ok) return outcome;
    const { meeting, body, items, voters, answers } = outcome.value;
    if (!isResultComplete(meeting)) return refuse({ kind: 'gone' });
    const settings = await record.settings.read();
    const also = answers.flatMap(({ by, proxy }) => (proxy === null ? [] : [by]));
    const today = todayInTokyo(at);
    const reached = await readReached(record, { bodyId: meeting.bodyId, voters, also }, today, settings);
    const day = nextMorningOf(at, settings);
    return succeed({
      meetingId,
      revision: meeting.revision,
      notice: noticeOf(meeting, items, body.name, settings.contact),
      recipients: reached.invited.length,
      away: reached.invited.filter(({ on }) => on !== today).length,
      isToCome: !hasBegun(recordedFrom(meeting, body).date, today),
      withoutSlack: reached.unreachable,
      nextMorning: isOfficeHours(at, calendarOf(settings)) ? null : { day, at: settings.morningAt },
    });
  });
};
