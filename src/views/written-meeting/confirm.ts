import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { BegunAlready } from '../../domain/written-meeting/begun.ts';
import type { WrittenMeetingDraftRow } from '../../services/written-meeting/list-drafts.ts';
import type { OpenedWrittenMeeting } from '../../services/written-meeting/open.ts';
import type { WrittenMeetingPreview } from '../../services/written-meeting/preview.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { INQUIRY_FORM } from '../../texts/inquiry.ts';
import { morningText } from '../../texts/morning.ts';
import { WRITTEN_PROGRESS } from '../../texts/written-course.ts';
import { WRITTEN_START_BUTTON, writtenAskedText, writtenStartText } from '../../texts/written-start.ts';
import { button, buttons, divider, form, header, note, paragraph, paragraphsOf } from '../blocks.ts';
import { doneMessage, endForm, problemMessage } from '../failure.ts';
import { sendingConfirmation } from '../inquiry/sending.ts';
import { askedBlocks } from './asked.ts';
import { clockHour } from './clock-hour.ts';
import { whichLine } from './which.ts';

/** That no other is begun from a 予定, with 状況 of the one that was. */
export const writtenBegunAlready = (already: BegunAlready): SlackMessage => {
  const { text, blocks } = problemMessage(already);
  const progress = button('written-progress.open', WRITTEN_PROGRESS.open, already.meetingId);
  return { text, blocks: [...blocks, ...buttons('progress', [progress])] };
};

/** While 送信の確認 is made: its 案件 may be too long for the answer that a form is given. */
export const preparingConfirmation = (): ModalView =>
  form(INQUIRY_FORM.confirm, 'written-start.preparing', null, [paragraph(writtenStartText.preparing)]);

const whenText = ({ sending, askedOn, morningAt }: WrittenMeetingPreview): string =>
  sending === 'now'
    ? writtenStartText.whenNow
    : writtenStartText.whenMorning(printDayWithWeekday(askedOn), clockHour(morningAt));

/** How many hear of it, when, and who can't be told by Slack. */
const reachLines = (preview: WrittenMeetingPreview): readonly string[] => {
  const { voters, invited, unreachable, askedOn, due, warnOf } = preview;
  const copies = invited.filter(({ position }) => position === null).length;
  const away = invited.filter(({ on }) => on !== askedOn).length;
  return [
    writtenStartText.confirmCount(voters.length, invited.length),
    ...(copies === 0 ? [] : [writtenStartText.copies(copies)]),
    ...(away === 0 ? [] : [writtenStartText.away(away)]),
    writtenStartText.confirmWhen(whenText(preview)),
    ...(warnOf === undefined
      ? []
      : [writtenStartText.warnDue(printDayWithWeekday(due.dueOn), printDayWithWeekday(warnOf))]),
    ...(unreachable.length === 0 ? [] : [writtenStartText.unreachableTitle]),
    ...unreachable.map(({ title, name }) => writtenStartText.unreachable(title, name)),
  ];
};

/** 送信の確認 of a 書面開催: how many, when, the message as it will look, and who can't be told by Slack. */
export const writtenConfirmation = (preview: WrittenMeetingPreview): ModalView => {
  const { meeting, bodyName, contact, sending } = preview;
  return sendingConfirmation(
    'written-start.send',
    [
      ...paragraphsOf(reachLines(preview)),
      divider(),
      header(writtenStartText.previewTitle),
      paragraph(writtenAskedText.title),
      ...askedBlocks(meeting, bodyName, []),
      paragraph(
        [writtenStartText.previewButtons(meeting.files.length > 0), morningText.contact(contact)].join('\n'),
      ),
      ...buttons('trial', [button('written-start.try', WRITTEN_START_BUTTON.trial, meeting.id)]),
    ],
    { meetingId: meeting.id, revision: meeting.revision, sending },
  );
};

/** After 送信する. */
export const writtenMeetingSent = (
  { voters, isReached, askedOn, morningAt }: OpenedWrittenMeeting,
  isNow: boolean,
): ModalView =>
  endForm(
    doneMessage(
      'sent',
      !isReached
        ? writtenStartText.sentOnPaper(voters)
        : isNow
          ? writtenStartText.sentNow(voters)
          : writtenStartText.sent(
              voters,
              writtenStartText.whenSent(printDayWithWeekday(askedOn), clockHour(morningAt)),
            ),
    ),
  );

/** After 資料を受け取る. */
export const writtenFilesSent = (count: number): SlackMessage =>
  doneMessage('sent', writtenStartText.filesSent(count));

/** The Home tab shows at most this many. */
const MOST_ON_HOME = 5;

/** The drafts on the secretariat's Home tab. */
export const writtenDraftsPart = (drafts: readonly WrittenMeetingDraftRow[]): readonly KnownBlock[] => [
  ...(drafts.length === 0 ? [] : [header(writtenStartText.draftsTitle)]),
  ...drafts
    .slice(0, MOST_ON_HOME)
    .flatMap(({ meeting, bodyName }, index) => [
      paragraph(
        [
          writtenStartText.draftLine(
            bodyName,
            printDayWithWeekday(meeting.dueOn),
            printMoment(meeting.createdAt),
          ),
          whichLine(meeting),
        ].join('\n'),
      ),
      ...buttons(`written-draft-${index + 1}`, [
        button('written-start.continue', WRITTEN_START_BUTTON.continue, meeting.id),
        button('written-start.remove', WRITTEN_START_BUTTON.remove, meeting.id),
      ]),
    ]),
  ...(drafts.length > MOST_ON_HOME ? [note(writtenStartText.others(drafts.length - MOST_ON_HOME))] : []),
];
