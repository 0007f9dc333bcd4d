import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { joinParts } from '../../domain/parts.ts';
import { isDecided, isLate } from '../../domain/written-meeting/answer.ts';
import { isSameBasis, WRITTEN_RESULTS } from '../../domain/written-meeting/decision.ts';
import type { ItemOutcome } from '../../domain/written-meeting/outcome.ts';
import {
  MOST_NOTICE_LETTERS,
  MOST_REPLY_LETTERS,
  replyField,
  resultField,
  type WrittenResultDraft,
} from '../../domain/written-meeting/result.ts';
import { progressOf } from '../../domain/written-meeting/tally.ts';
import type { OpenedWrittenResult } from '../../services/written-meeting/open-result.ts';
import { WRITTEN_PROGRESS, writtenProgressText } from '../../texts/written-course.ts';
import {
  WRITTEN_RESULT_FORM,
  WRITTEN_RESULT_LABEL,
  WRITTEN_RESULT_WORD,
  writtenNotice,
  writtenResultText,
} from '../../texts/written-result.ts';
import { button, buttons, form, note, paragraph, paragraphsOf, radioField, textField } from '../blocks.ts';
import { fitsOneView } from '../measure.ts';
import { choiceWord } from './answer-form.ts';
import { countedLines, offeredNotice, rulingLines } from './tally.ts';

const RESULTS = WRITTEN_RESULTS.map((value) => ({ value, text: WRITTEN_RESULT_WORD[value] }));

const aboutBlocks = ({ meeting, body, voters, answers }: OpenedWrittenResult): readonly KnownBlock[] => {
  const { asked, answered } = progressOf(meeting, voters, answers);
  const late = answers.filter((answer) => isLate(meeting, answer)).length;
  return [
    ...paragraphsOf([
      writtenNotice.of(body.name),
      ...(meeting.documentNumber === '' ? [] : [writtenNotice.documentNumber(meeting.documentNumber)]),
      writtenNotice.dueOn(printDayWithWeekday(meeting.dueOn)),
      writtenResultText.asked(asked, answered),
      ...(late === 0 ? [] : [writtenResultText.late(late)]),
    ]),
    note(writtenResultText.lead),
  ];
};

/** Opinions of a 案件 with whose they are. */
const opinionBlocks = ({ item, opinions }: ItemOutcome): readonly KnownBlock[] =>
  paragraphsOf(
    opinions.map(({ voter: { title, name }, choice, words }) =>
      writtenProgressText.opinion(writtenProgressText.voter(title, name), choiceWord(item, choice), words),
    ),
  );

/** A 案件 whole with its numbers, and what is put of it; what is not deliberated has a reply where there is an opinion. */
const itemBlocks = (
  outcome: ItemOutcome,
  printed: string,
  showsOpinions: boolean,
  typed: WrittenResultDraft | undefined,
): readonly KnownBlock[] => {
  const { item, opinions, decision } = outcome;
  const { position } = item;
  return [
    paragraph([printed, ...countedLines(outcome), ...rulingLines(outcome)].join('\n')),
    ...(showsOpinions ? opinionBlocks(outcome) : []),
    ...(isDecided(item)
      ? [
          radioField({
            name: resultField(position),
            label: WRITTEN_RESULT_LABEL.result(position),
            choices: RESULTS,
            initial: typed === undefined ? (decision?.result ?? undefined) : typed[resultField(position)],
          }),
        ]
      : []),
    ...(isDecided(item) || opinions.length > 0
      ? [
          textField({
            name: replyField(position),
            label: WRITTEN_RESULT_LABEL.reply(position),
            hint: writtenResultText.replyHint,
            initial: typed === undefined ? decision?.reply : typed[replyField(position)],
            maxLength: MOST_REPLY_LETTERS,
            multiline: true,
            optional: true,
          }),
        ]
      : []),
  ];
};

/** The form again, in place of one that was drawn from other answers. */
export type ResultAgain = {
  /** Why. */
  readonly said: string;
  /** What was typed into it; of 送信の確認 what was kept stays. */
  readonly typed?: WrittenResultDraft;
  /** Whether 通知文 was left as it was offered. */
  readonly noticeOffered: boolean;
};

/** 書面開催の結果をまとめる. No 結果 is chosen beforehand; what was kept is filled in again, but for a 通知文 that was only offered. */
export const writtenResultForm = (opened: OpenedWrittenResult, again?: ResultAgain): ModalView => {
  const { meeting, items, basis } = opened;
  const offered = offeredNotice(opened);
  const notice = again?.typed?.notice ?? meeting.notice;
  const isOffered = notice === '' || (again?.noticeOffered ?? meeting.noticeOffered);
  const isOlder = !isOffered && (again !== undefined || !isSameBasis(meeting.basis, basis));
  const printed = printAgenda(meeting.items);
  const blocksOf = (showsOpinions: boolean): readonly KnownBlock[] => [
    ...(again === undefined ? [] : [paragraph(again.said)]),
    ...aboutBlocks(opened),
    ...(showsOpinions
      ? []
      : [
          note(writtenResultText.opinionsElsewhere),
          ...buttons('progress', [button('written-progress.open', WRITTEN_PROGRESS.open, meeting.id)]),
        ]),
    ...items.flatMap((outcome, index) =>
      itemBlocks(outcome, printed[index] ?? outcome.item.text, showsOpinions, again?.typed),
    ),
    ...(isOlder ? [note(writtenResultText.noticeOlder)] : []),
    textField({
      // What was typed into a field stays in it as long as it has its name.
      actionId: joinParts('notice', basis.answers),
      name: 'notice',
      label: WRITTEN_RESULT_LABEL.notice,
      hint: writtenResultText.noticeHint,
      initial: isOffered ? offered : notice,
      maxLength: MOST_NOTICE_LETTERS,
      multiline: true,
    }),
  ];
  const whole = blocksOf(true);
  return form(
    WRITTEN_RESULT_FORM.result,
    'written-result.save',
    '保存する',
    fitsOneView(whole) ? whole : blocksOf(false),
    { meetingId: meeting.id, revision: meeting.revision, basis, offered },
  );
};
