import type { Button, ContextBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { MINUTES_BUTTON, minutesSaid } from '../../texts/minutes.ts';
import { button, buttons, note } from '../blocks.ts';
import { doneMessage } from '../failure.ts';

type Confirmation = Pick<Meeting, 'id' | 'chairConfirmedAt'>;

/** 会議録: the file comes into the reader's own messages. */
export const minutesButton = (meetingId: string): Button =>
  button('meeting.minutes', MINUTES_BUTTON.take, meetingId);

const takeBackButton = (meetingId: string, words: string): Button =>
  button('meeting.minutes.take-back', words, meetingId);

/** 委員長確認済にする, or taking that back, by what holds now. */
const confirmButton = ({ id, chairConfirmedAt }: Confirmation): Button =>
  chairConfirmedAt === null
    ? button('meeting.minutes.confirm', MINUTES_BUTTON.confirm, id)
    : takeBackButton(id, MINUTES_BUTTON.takeBackConfirmed);

/** In the forms that change what minutes say: that they become (案) again. */
export const confirmedNote = ({ chairConfirmedAt }: Confirmation): readonly ContextBlock[] =>
  chairConfirmedAt === null ? [] : [note(minutesSaid.confirmed)];

/** The file was sent; who may say that the chair has confirmed it, can say so here. */
export const minutesSentMessage = (
  meeting: Confirmation,
  title: string,
  mayConfirm: boolean,
): SlackMessage => {
  const { text, blocks } = doneMessage('sent', minutesSaid.sent(title));
  const isDraft = meeting.chairConfirmedAt === null;
  return {
    text,
    blocks: [
      ...blocks,
      ...(isDraft ? [note(minutesSaid.draft)] : []),
      ...(mayConfirm ? buttons('minutes', [confirmButton(meeting)]) : []),
    ],
  };
};

/** What 委員長確認済にする, or taking that back, has come to. */
export const minutesConfirmedMessage = ({ id, chairConfirmedAt }: Confirmation): SlackMessage => {
  const { text, blocks } =
    chairConfirmedAt === null
      ? doneMessage('takenBack', minutesSaid.takenBack)
      : doneMessage('chairConfirmed', minutesSaid.confirmedAt(printMoment(chairConfirmedAt)));
  return {
    text,
    blocks: [
      ...blocks,
      ...(chairConfirmedAt === null ? [] : [note(minutesSaid.changesMakeDraft)]),
      ...buttons('minutes', [
        button('meeting.minutes.again', MINUTES_BUTTON.take, id),
        chairConfirmedAt === null
          ? confirmButton({ id, chairConfirmedAt })
          : takeBackButton(id, MINUTES_BUTTON.takeBack),
      ]),
    ],
  };
};
