import { printDayWithWeekday } from '../domain/calendar/japanese-era.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import type { DeliveryContent } from '../domain/delivery.ts';
import { lastDayOfRecord } from '../domain/record-date.ts';
import { printTrainingDate } from '../domain/training.ts';
import type { SlackMessage } from '../slack/message.ts';
import { MEETING_BUTTON } from '../texts/meeting.ts';
import { TRAINING_BUTTON, trainingText } from '../texts/training.ts';
import { ATTENDANCE_WORD } from '../texts/training-csv.ts';
import { button, buttons, header, note, paragraph } from './blocks.ts';
import { escaped } from './mrkdwn.ts';

/** 受講の確認 of a video: the question to one of the 対象者, or what is recorded of them since. */
export const videoToConfirmMessage = ({
  session,
  name,
  state,
  at,
  mayTakeBack,
  contact,
}: Extract<DeliveryContent, { readonly kind: 'video-to-confirm' }>): SlackMessage => {
  const what = paragraph(`${name}\n${printTrainingDate(session)}`);
  if (session.cancelled !== null)
    return {
      text: escaped(`${trainingText.videoTitle}:${name}`),
      blocks: [header(trainingText.videoTitle), what, paragraph(trainingText.videoOver)],
    };
  if (state !== null)
    return {
      text: escaped(`${trainingText.videoTitle}:${name}`),
      blocks: [
        header(trainingText.videoTitle),
        what,
        paragraph(trainingText.videoDone(ATTENDANCE_WORD[state], at === null ? '' : printMoment(at))),
        ...buttons(
          'video',
          mayTakeBack ? [button('attendance.take-back-watched', MEETING_BUTTON.takeBack, session.id)] : [],
        ),
      ],
    };
  return {
    text: escaped(`${trainingText.videoTitle}:${name}`),
    blocks: [
      header(trainingText.videoTitle),
      paragraph(trainingText.videoAsk(name)),
      paragraph(trainingText.videoUntil(printDayWithWeekday(lastDayOfRecord(session.date)))),
      ...(session.contents.link === '' ? [] : [paragraph(trainingText.link(session.contents.link))]),
      ...buttons('video', [button('attendance.watched', TRAINING_BUTTON.watched, session.id, 'primary')]),
      note(trainingText.contact(contact)),
    ],
  };
};
