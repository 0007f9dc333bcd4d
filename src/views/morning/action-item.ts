import type { KnownBlock } from '@slack/types';
import type { ActionLine } from '../../domain/action-item/line.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { subjectOf } from '../../domain/subject.ts';
import { ACTION_BUTTON, actionText } from '../../texts/action-item.ts';
import { MORNING_BUTTON, morningText } from '../../texts/morning.ts';
import { responsibleWords, takeBackButton } from '../action-item/item.ts';
import { button, buttons, paragraph } from '../blocks.ts';
import { dueLine } from './inquiry.ts';

/** Whose it is, and why it is the reader's; nothing where it is theirs by name. */
const whoseLines = (line: ActionLine): readonly string[] => {
  const { relation, names, place } = line;
  switch (relation) {
    case 'own':
      return place === null ? [] : [morningText.ofSection(place.departmentName, place.sectionName)];
    case 'vacant':
      return place === null ? [] : [actionText.ofVacant(place.departmentName, place.sectionName)];
    case 'unreachable':
      return [actionText.ofUnreachable(responsibleWords(line), names)];
    case 'elsewhere':
      return place === null
        ? names.map(actionText.ofPerson)
        : [morningText.ofOthers(place.departmentName, place.sectionName, names)];
  }
};

/** One 対応事項, open or as it was settled; `blockId` is that of its buttons. */
export const actionBlocks = (line: ActionLine, today: string, blockId: string): readonly KnownBlock[] => {
  const { item, bodyName, postponedUntil, isReopenable } = line;
  const { settled, meeting, text, id } = item;
  if (meeting.cancelled !== null) return [paragraph(actionText.meetingCancelled(text))];
  if (settled?.outcome === 'dropped') return [paragraph(actionText.droppedAs(text, settled.word))];
  if (settled !== null)
    return [
      paragraph(
        [
          actionText.settledAs(text),
          actionText.settledAt(printMoment(settled.at)),
          ...(settled.word === '' ? [] : [actionText.word(settled.word)]),
        ].join('\n'),
      ),
      ...buttons(blockId, isReopenable && line.relation !== 'elsewhere' ? [takeBackButton(id)] : []),
    ];
  const named = actionText.named(text);
  if (line.relation === 'elsewhere') return [paragraph([named, ...whoseLines(line)].join('\n'))];
  const ref = subjectOf('action-item', id);
  return [
    paragraph(
      [
        named,
        dueLine(line, today),
        ...whoseLines(line),
        actionText.meeting(bodyName, printMeetingDate(meeting)),
        ...(postponedUntil === null ? [] : [morningText.postponed(printDayWithWeekday(postponedUntil))]),
      ].join('\n'),
    ),
    ...buttons(blockId, [
      button('action-item.settle', ACTION_BUTTON.settle, id, 'primary'),
      postponedUntil === null
        ? button('line.postpone', MORNING_BUTTON.postpone, ref)
        : button('line.take-back-postponed', MORNING_BUTTON.takeBackPostponed, ref),
    ]),
  ];
};
