import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import type { WrittenNotice, WrittenResultContent } from '../../domain/written-meeting/notice.ts';
import type { NamelessOpinion } from '../../domain/written-meeting/outcome.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { titleOf } from '../../texts/title.ts';
import { WRITTEN_RESULT_WORD, writtenNotice } from '../../texts/written-result.ts';
import { header, note, paragraphsOf } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';

const opinionLine = ({ choice, words }: NamelessOpinion): string =>
  choice === 'object' ? writtenNotice.objection(words) : writtenNotice.opinion(words);

/** A 案件 whole, what came of it, and what was said to it. */
export const noticeItem = (
  { decision, opinions }: WrittenNotice['items'][number],
  printed: string,
): readonly KnownBlock[] =>
  paragraphsOf([
    printed,
    ...(decision?.result == null ? [] : [writtenNotice.result(WRITTEN_RESULT_WORD[decision.result])]),
    ...(opinions.length === 0 ? [] : [writtenNotice.opinions, ...opinions.map(opinionLine)]),
    ...(decision === undefined || decision.reply === '' ? [] : [writtenNotice.reply(decision.reply)]),
  ]);

/** Of which 書面開催 it is, and 通知文 where the reader may see it. */
export const noticeHead = ({
  bodyName,
  documentNumber,
  dueOn,
  words,
}: Omit<WrittenNotice, 'items'>): readonly KnownBlock[] => [
  ...paragraphsOf([
    writtenNotice.of(bodyName),
    ...(documentNumber === '' ? [] : [writtenNotice.documentNumber(documentNumber)]),
    writtenNotice.dueOn(printDayWithWeekday(dueOn)),
  ]),
  ...(words === '' ? [] : paragraphsOf([words])),
];

/** 結果通知 as those read it who were asked. */
export const noticeBlocks = (notice: WrittenNotice): readonly KnownBlock[] => {
  const printed = printAgenda(notice.items.map(({ item }) => item));
  return [
    ...noticeHead(notice),
    ...notice.items.flatMap((item, index) => noticeItem(item, printed[index] ?? item.item.text)),
    ...paragraphsOf([writtenNotice.contact(notice.contact)]),
  ];
};

/** 結果通知 once its record was cancelled. */
const cancelledBlocks = (notice: WrittenNotice): readonly KnownBlock[] => [
  ...noticeHead({ ...notice, words: '' }),
  ...paragraphsOf([writtenNotice.cancelled]),
  ...paragraphsOf([writtenNotice.contact(notice.contact)]),
];

/** 結果通知, or 自分に試し送信 of it. */
export const writtenResultMessage = (content: WrittenResultContent): SlackMessage => {
  const isTrial = content.kind === 'written-result-trial';
  const title = isTrial ? writtenNotice.trial : writtenNotice.title;
  const blocks = isTrial || content.stands ? noticeBlocks(content) : cancelledBlocks(content);
  return {
    text: escaped(titleOf(title, content.bodyName)),
    blocks: [header(title), ...(isTrial ? [note(writtenNotice.trialNote)] : []), ...blocks],
  };
};
