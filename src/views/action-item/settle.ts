import type { ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OpenedAction } from '../../services/action-item/open.ts';
import type { SettledAction } from '../../services/action-item/settle.ts';
import {
  ACTION_BUTTON,
  ACTION_FORM,
  ACTION_HINT,
  ACTION_LABEL,
  actionText,
} from '../../texts/action-item.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { buttons, form, paragraph, textField } from '../blocks.ts';
import { FINAL_ACT_DONE, finalActDone, finalActView } from '../final-act.ts';
import { cancelReasonField } from '../occasion/cancel-form.ts';
import { undoPart } from '../undo.ts';
import { responsibleWords, takeBackButton } from './item.ts';

const about = ({ placed }: OpenedAction): readonly [string, ...string[]] => [
  `${placed.bodyName} ${printMeetingDate(placed.item.meeting)}`,
  placed.item.text,
  actionText.responsible(responsibleWords(placed)),
  actionText.due(printDayWithWeekday(placed.item.dueOn)),
];

/** 対応事項を済みにする, with a word. */
export const settleForm = (opened: OpenedAction): ModalView =>
  form(
    ACTION_FORM.settle,
    'action-item.settle',
    ACTION_BUTTON.settle,
    [
      paragraph(about(opened).join('\n')),
      textField({
        name: 'word',
        label: ACTION_LABEL.word,
        hint: ACTION_HINT.word,
        maxLength: 300,
        multiline: true,
        optional: true,
      }),
    ],
    { actionItemId: opened.placed.item.id, revision: opened.placed.item.revision },
  );

/** What it becomes, with 取り消す. */
export const settledView = ({ id, text, at }: SettledAction): ModalView =>
  form(DONE_TITLE.settled, FINAL_ACT_DONE, null, [
    paragraph(actionText.markedDone(text, printMoment(at))),
    ...buttons('take-back', [takeBackButton(id)]),
  ]);

/** 対応事項を取りやめる: of how many of its meeting, which one, and why. */
export const dropForm = (opened: OpenedAction): ModalView =>
  finalActView('action-item.drop', {
    numbers: [actionText.toDrop(opened.openOfMeeting)],
    about: about(opened),
    fields: [cancelReasonField(ACTION_HINT.reason)],
    metadata: { actionItemId: opened.placed.item.id, revision: opened.placed.item.revision },
  });

/** What it becomes, with 元に戻す. */
export const droppedView = ({ id, text, at }: SettledAction): ModalView =>
  finalActDone('action-item.drop', actionText.droppedDone(text), undoPart({ kind: 'action-item', id }, at));
