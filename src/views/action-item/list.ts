import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { shorten } from '../../domain/letters.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { ActionList, ListedAction } from '../../services/action-item/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ACTION_BUTTON, actionText } from '../../texts/action-item.ts';
import { homeText } from '../../texts/home.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { textLength } from '../measure.ts';
import { rowActs } from '../more-menu.ts';
import { dueLine } from '../morning/inquiry.ts';
import { pageNote, pageOf, turnButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { responsibleWords } from './item.ts';

/** Rows a page, where they fit. */
const ROWS_A_PAGE = 10;

const rowBlocks = (listed: ListedAction, { day, forSecretariat }: ActionList): readonly KnownBlock[] => {
  const { item, maySettle, mayManage } = listed;
  const words = [
    item.text,
    actionText.responsible(responsibleWords(listed)),
    dueLine(listed, day),
    actionText.ofMeeting(printMeetingDate(item.meeting)),
  ];
  const most = [
    ...(maySettle ? [button('action-item.settle', ACTION_BUTTON.settle, item.id, 'primary')] : []),
    ...(mayManage ? [button('action-item.edit', ACTION_BUTTON.edit, item.id)] : []),
  ];
  const rarer = [
    ...(mayManage ? [button('action-item.drop', ACTION_BUTTON.drop, item.id)] : []),
    ...(forSecretariat ? [recordChangesButton(subjectOf('action-item', item.id))] : []),
  ];
  return [paragraph(words.join('\n')), ...buttons(joinParts('action-item', item.id), rowActs(most, rarer))];
};

/** What is open, by body; `page` from 1, a page past the end shows the last one. */
export const actionListMessage = (list: ActionList, page: number): SlackMessage => {
  const units = list.listed.map((listed) => {
    const blocks = rowBlocks(listed, list);
    return { heading: listed.bodyName, blocks, length: textLength(blocks) };
  });
  const here = pageOf(units, page, (heading) => heading, ROWS_A_PAGE);
  return {
    text: actionText.listTitle,
    shown: { by: 'action-list', of: String(here.shown) },
    blocks: [
      header(actionText.listTitle),
      ...(units.length === 0
        ? [paragraph(actionText.none)]
        : [note(actionText.listLead), ...here.blocks, ...pageNote(here)]),
      ...buttons('pages', turnButtons('action-list', here)),
    ],
  };
};

/** The Home tab names at most this many, and so much of each. */
const MOST_ON_HOME = 5;
const MOST_WORDS = 80;

/** 対応事項 that are open, those due first by name; no block where there are none. */
export const actionHomePart = ({ listed }: ActionList): readonly KnownBlock[] => {
  if (listed.length === 0) return [];
  const first = listed.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)).slice(0, MOST_ON_HOME);
  const rest = listed.length - first.length;
  const lines = first.map((one) =>
    actionText.homeLine(
      shorten(one.item.text, MOST_WORDS),
      actionText.due(printDayWithWeekday(one.dueOn)),
      responsibleWords(one),
    ),
  );
  return [
    header(actionText.homeTitle(listed.length)),
    paragraph(lines.join('\n')),
    ...(rest === 0 ? [] : [note(homeText.others(rest))]),
    ...buttons('actions', [button('action-list.open', ACTION_BUTTON.list, 'due')]),
  ];
};
