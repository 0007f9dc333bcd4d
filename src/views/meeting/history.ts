import type { ContextBlock } from '@slack/types';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import type { MeetingBefore, MeetingChange } from '../../domain/meeting/history.ts';
import { historyText } from '../../texts/history.ts';
import { MEETING_LABEL, meetingText, WAY_WORD } from '../../texts/meeting.ts';
import { changeLine } from '../occasion/change-line.ts';

const beforeText = ({ bodyName, date, way, place, items, contents }: MeetingBefore): string =>
  [
    ...(date === undefined ? [] : [date]),
    ...(bodyName === undefined ? [] : [`${MEETING_LABEL.bodyId} ${bodyName}`]),
    ...(way === undefined ? [] : [`${MEETING_LABEL.way} ${WAY_WORD[way]}`]),
    ...(place === undefined ? [] : [`${MEETING_LABEL.place} ${place === '' ? historyText.empty : place}`]),
    ...(items === undefined ? [] : [`${MEETING_LABEL.items} ${printAgenda(items).join(' ')}`]),
    ...(contents === true ? [meetingText.contentsChanged] : []),
  ].join('、');

/** One line of これまでの変更. */
export const historyLine = (change: MeetingChange): ContextBlock =>
  changeLine(change, beforeText(change.before));
