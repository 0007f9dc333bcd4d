import type { ModalView } from '@slack/types';
import type { Body } from '../domain/body.ts';
import { printNotHeld } from '../domain/record-date.ts';
import type { SlackMessage } from '../slack/message.ts';
import {
  DID_NOT_MEET_FORM,
  DID_NOT_MEET_HINT,
  DID_NOT_MEET_LABEL,
  didNotMeetText,
} from '../texts/did-not-meet.ts';
import { MEETING_BUTTON } from '../texts/meeting.ts';
import { button, buttons, form, header, paragraph, selectField, textField } from './blocks.ts';
import { escaped } from './mrkdwn.ts';

/** 開催なしを記録, for the bodies that hold meetings; `year` is offered as printed. */
export const didNotMeetForm = (bodies: readonly Body[], year: string): ModalView =>
  form(DID_NOT_MEET_FORM, 'did-not-meet.record', '記録する', [
    selectField({
      name: 'subject',
      label: DID_NOT_MEET_LABEL.subject,
      choices: bodies.map(({ id, name }) => ({ value: `body:${id}`, text: name })),
    }),
    textField({
      name: 'fiscalYear',
      label: DID_NOT_MEET_LABEL.fiscalYear,
      hint: DID_NOT_MEET_HINT.fiscalYear,
      initial: year,
      maxLength: 20,
    }),
    textField({
      name: 'reason',
      label: DID_NOT_MEET_LABEL.reason,
      hint: DID_NOT_MEET_HINT.reason,
      maxLength: 300,
      optional: true,
    }),
  ]);

/** 記録しました of 開催なし, or that it was taken back. */
export const didNotMeetMessage = ({
  body,
  fiscalYear,
  stands,
}: {
  readonly body: Body;
  readonly fiscalYear: number;
  readonly stands: boolean;
}): SlackMessage => {
  const title = stands ? didNotMeetText.recorded : didNotMeetText.cancelled;
  const what = didNotMeetText.recordedAs(body.name, printNotHeld(fiscalYear));
  return {
    text: escaped(`${title}:${what}`),
    blocks: [
      header(title),
      paragraph(what),
      ...buttons(
        'did-not-meet',
        stands ? [button('did-not-meet.cancel', MEETING_BUTTON.cancel, `${body.id}:${fiscalYear}`)] : [],
      ),
    ],
  };
};
