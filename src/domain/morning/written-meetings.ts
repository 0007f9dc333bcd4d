import type { Steps } from '../pieces.ts';
import { subjectOf } from '../subject.ts';
import { backOn } from '../written-meeting/invited.ts';
import { ballotReceivers } from '../written-meeting/owed.ts';
import type { Planning } from './planning.ts';

/**
 * 回答期限のお知らせ: what of 書面開催 is not answered, to who answers, and in the place of one whom Slack does not reach to the
 * secretariat. Nobody hears of it after the due day, and who has answered never.
 */
export const planWrittenMeetings = function* (planning: Planning): Steps<void> {
  const { world, window, reminderDays, mention, skip } = planning;
  const { day } = window;
  for (const { id, askedOn: begun, dueOn, voters, unanswered, ...body } of world.writtenMeetings) {
    if (begun > day || dueOn < day) continue;
    for (const { voter, askedOn } of unanswered) {
      yield;
      // Who is 不在 on the day of asking is asked when they are back.
      const invitedOn = backOn(voter.personId, begun, world.away, world.calendar);
      const lastAskedOn = invitedOn > askedOn ? invitedOn : askedOn;
      const days = reminderDays({ kind: 'written-meeting', askedOn: lastAskedOn, dueOn });
      const receivers = ballotReceivers(voter, voters, { ...body, day }, world.secretariat);
      const { reminded, told, aides, unreachable } = receivers;
      if (unreachable !== undefined && days.includes(day)) skip(unreachable, voter.personId);
      const ref = subjectOf('written-meeting', id, String(voter.position));
      const line = { kind: 'written-meeting', ref, dueOn } as const;
      for (const slackId of reminded) mention(slackId, line, days, begun);
      for (const slackId of told) mention(slackId, { ...line, kind: 'written-told' }, days);
      for (const slackId of aides) mention(slackId, line, [], begun);
    }
  }
};

/** 結果をまとめる: to the secretariat on the working day after the answers of a 書面開催 have ended. */
export const planWrittenResults = function* ({ world, window, mention }: Planning): Steps<void> {
  for (const { id, endedOn } of world.endingInWriting) {
    yield;
    if (endedOn >= window.day) continue;
    const days = [world.calendar.nextWorkingDay(endedOn)];
    const line = { kind: 'written-closed', ref: subjectOf('written-meeting', id) } as const;
    for (const slackId of world.secretariat) mention(slackId, line, days);
  }
};
