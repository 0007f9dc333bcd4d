import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { DelegateAskedContent, ReturnedContent } from '../../domain/inquiry/message.ts';
import { isReturnOpen } from '../../domain/inquiry/message.ts';
import type { TargetInPlace } from '../../domain/inquiry/standing.ts';
import { targetValue } from '../../domain/inquiry/target.ts';
import { joinParts } from '../../domain/parts.ts';
import type { NamedDelegate } from '../../services/inquiry/name-delegate.ts';
import type { OpenedAnswer } from '../../services/inquiry/open-answer.ts';
import type { Oversight } from '../../services/inquiry/open-oversight.ts';
import type { ReturnedAnswer } from '../../services/inquiry/return-answer.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import {
  DELEGATE_LABEL,
  NAME_LABEL,
  OVERSEE_BUTTON,
  OVERSEE_FORM,
  OVERSEE_HINT,
  overseeText,
  RETURN_LABEL,
} from '../../texts/inquiry-oversee.ts';
import { button, buttons, form, header, note, paragraph, textField, userField } from '../blocks.ts';
import { doneMessage } from '../failure.ts';
import { earlierBlock } from '../morning/earlier.ts';
import { dueLine, inquiryBlocks } from '../morning/inquiry.ts';
import { escaped, personMention } from '../mrkdwn.ts';

const keyOf = ({ target: { inquiryId, sectionId, role } }: TargetInPlace) => ({ inquiryId, sectionId, role });

/** 回答を差し戻す. */
export const returnForm = (found: Oversight): ModalView => {
  const { inquiry, place } = found;
  return form(
    OVERSEE_FORM.return,
    'inquiry-return.submit',
    '送信する',
    [
      paragraph(overseeText.returnLead(place.departmentName, place.sectionName, inquiry.title)),
      textField({
        name: 'reason',
        label: RETURN_LABEL.reason,
        hint: OVERSEE_HINT.reason,
        multiline: true,
        maxLength: 300,
      }),
    ],
    { ...keyOf(found), answerId: found.target.answer?.id ?? null },
  );
};

/** What the form becomes. */
export const returnedView = ({ place, dueOn }: ReturnedAnswer): ModalView =>
  form(DONE_TITLE.returned, 'inquiry-return.done', null, [
    paragraph(overseeText.returnDone(place.departmentName, place.sectionName, printDayWithWeekday(dueOn))),
  ]);

/** 回答の差戻し, to the one who is to answer again. */
export const returnedMessage = (content: ReturnedContent): SlackMessage => {
  const { line, day, earlier, contact } = content;
  return {
    text: overseeText.returnedTitle,
    blocks: [
      header(overseeText.returnedTitle),
      ...(earlier === null
        ? [
            paragraph(isReturnOpen(content) ? overseeText.returnedLead : overseeText.returnedDone),
            ...inquiryBlocks(line, day, 'returned'),
          ]
        : [earlierBlock({ kind: 'earlier', of: line, word: earlier })]),
      note(overseeText.contact(contact)),
    ],
  };
};

/** 担当の変更を依頼. */
export const delegateRequestForm = (opened: OpenedAnswer): ModalView => {
  const { inquiry, place } = opened;
  return form(
    OVERSEE_FORM.delegate,
    'inquiry-delegate.ask',
    '送信する',
    [
      paragraph(overseeText.delegateLead(inquiry.title, place.departmentName, place.sectionName)),
      userField({ name: 'candidate', label: DELEGATE_LABEL.candidate, optional: true }),
      textField({
        name: 'word',
        label: DELEGATE_LABEL.word,
        hint: OVERSEE_HINT.word,
        maxLength: 300,
        optional: true,
      }),
    ],
    keyOf(opened),
  );
};

/** What the form becomes. */
export const delegateRequested = (): ModalView =>
  form(DONE_TITLE.asked, 'inquiry-delegate.asked', null, [paragraph(overseeText.delegateDone)]);

/** A name as a mention; what was typed is escaped elsewhere. */
const mention = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', verbatim: true, text },
});

/** 担当の変更の依頼, to the 主任 or the secretariat. */
export const delegateAskedMessage = (content: DelegateAskedContent): SlackMessage => {
  const { found, request, isOpen, names, due, day, contact } = content;
  const { inquiry, place, target } = found;
  const { title } = inquiry;
  const { departmentName, sectionName } = place;
  const now = paragraph(overseeText.nowWith(names.join(overseeText.separator)));
  const value = targetValue(target);
  return {
    text: escaped(overseeText.delegateAskedTitle),
    blocks: [
      header(overseeText.delegateAskedTitle),
      ...(isOpen
        ? [
            paragraph(
              [overseeText.delegateAsked(title, departmentName, sectionName), dueLine(due, day)].join('\n'),
            ),
            mention(
              [
                overseeText.asker(personMention(request.by)),
                ...(request.candidate === null
                  ? []
                  : [overseeText.candidate(personMention(request.candidate))]),
              ].join('\n'),
            ),
            ...(request.word === '' ? [] : [paragraph(overseeText.word(request.word))]),
            ...buttons('delegate', [
              button(
                'inquiry-delegate.name',
                OVERSEE_BUTTON.name,
                joinParts(value, request.candidate ?? undefined),
                'primary',
              ),
            ]),
          ]
        : [
            paragraph(overseeText.delegateSettled(title, departmentName, sectionName)),
            ...(names.length === 0 ? [] : [now]),
          ]),
      note(overseeText.contact(contact)),
    ],
  };
};

/** 担当を決める, with the one who was proposed chosen already. */
export const nameForm = (found: Oversight, candidate: string | null): ModalView => {
  const { inquiry, place, delegateName } = found;
  return form(
    OVERSEE_FORM.name,
    'inquiry-delegate.name',
    '登録する',
    [
      paragraph(
        [
          overseeText.nameLead(inquiry.title, place.departmentName, place.sectionName),
          ...(delegateName === null ? [] : [overseeText.nowWith(delegateName)]),
        ].join('\n'),
      ),
      userField({
        name: 'delegate',
        label: NAME_LABEL.delegate,
        hint: OVERSEE_HINT.delegate,
        initial: candidate,
      }),
    ],
    { ...keyOf(found), delegateId: found.target.delegateId },
  );
};

/** What the form becomes, with the way back. */
export const namedView = ({ target, name, isToldNow }: NamedDelegate): ModalView =>
  form(DONE_TITLE.named, 'inquiry-delegate.named', null, [
    paragraph(overseeText.nameDone(name, isToldNow)),
    ...buttons('delegate', [
      button('inquiry-delegate.take-back', OVERSEE_BUTTON.takeBackDelegate, targetValue(target)),
    ]),
  ]);

/** After 担当を元に戻す. */
export const delegateTakenBack = ({ place }: TargetInPlace): SlackMessage =>
  doneMessage('undone', overseeText.takenBack(place.departmentName, place.sectionName));
