import type { Button, ModalView } from '@slack/types';
import type { FiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import { printNotHeld } from '../../domain/occasion/date.ts';
import { choiceOf, type DidNotMeetSubject } from '../../domain/occasion/did-not-meet.ts';
import { joinParts } from '../../domain/parts.ts';
import type { DidNotMeetChoices } from '../../services/meeting/open-did-not-meet.ts';
import type { SlackMessage } from '../../slack/message.ts';
import {
  DID_NOT_MEET_FORM,
  DID_NOT_MEET_GROUP,
  DID_NOT_MEET_HINT,
  DID_NOT_MEET_LABEL,
  didNotMeetText,
} from '../../texts/did-not-meet.ts';
import { OCCASION_BUTTON } from '../../texts/occasion.ts';
import { titleOf } from '../../texts/title.ts';
import { button, buttons, form, header, paragraph, textField } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { fiscalYearField } from '../named-fields.ts';
import { cancelForm } from '../occasion/cancel-form.ts';
import { groupedSelectField } from '../select-fields.ts';

const choice =
  (kind: DidNotMeetSubject['kind']) => (row: { readonly id: string; readonly name: string }) => ({
    value: choiceOf({ kind, id: row.id }),
    text: row.name,
  });

/** 開催なしを記録, for the bodies that hold meetings and the programmes; `year` is offered as printed, and of which where that is known. */
export const didNotMeetForm = (
  { bodies, programmes }: DidNotMeetChoices,
  year: string,
  of?: DidNotMeetSubject,
): ModalView =>
  form(DID_NOT_MEET_FORM, 'did-not-meet.record', '記録する', [
    groupedSelectField({
      name: 'subject',
      label: DID_NOT_MEET_LABEL.subject,
      groups: [
        { label: DID_NOT_MEET_GROUP.bodies, choices: bodies.map(choice('body')) },
        { label: DID_NOT_MEET_GROUP.programmes, choices: programmes.map(choice('programme')) },
      ],
      initial: of && choiceOf(of),
    }),
    fiscalYearField({
      label: DID_NOT_MEET_LABEL.fiscalYear,
      hint: DID_NOT_MEET_HINT.fiscalYear,
      initial: year,
    }),
    textField({
      name: 'reason',
      label: DID_NOT_MEET_LABEL.reason,
      hint: DID_NOT_MEET_HINT.reason,
      maxLength: 300,
      optional: true,
    }),
  ]);

/** Takes 開催なし of a year back. */
export const cancelDidNotMeetButton = (of: DidNotMeetSubject, year: FiscalYear): Button =>
  button('did-not-meet.cancel', OCCASION_BUTTON.cancel, joinParts(of.kind, of.id, year));

/** 記録を取り消す of 開催なし. */
export const cancelDidNotMeetForm = (
  target: DidNotMeetSubject & { readonly fiscalYear: FiscalYear },
  name: string,
): ModalView => {
  const what = `${name} ${printNotHeld(target.fiscalYear)}`;
  return cancelForm('did-not-meet.cancel', what, [didNotMeetText.toCancel(1)], target);
};

/** 記録しました of 開催なし, or that it was taken back. */
export const didNotMeetMessage = ({
  of,
  name,
  fiscalYear,
  stands,
}: Omit<Extract<DeliveryContent, { readonly kind: 'did-not-meet-recorded' }>, 'kind'>): SlackMessage => {
  const title = stands ? didNotMeetText.recorded : didNotMeetText.cancelled;
  const what = didNotMeetText.recordedAs(name, printNotHeld(fiscalYear));
  return {
    text: escaped(titleOf(title, what)),
    blocks: [
      header(title),
      paragraph(what),
      ...buttons('did-not-meet', stands ? [cancelDidNotMeetButton(of, fiscalYear)] : []),
    ],
  };
};
