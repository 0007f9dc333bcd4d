import type { KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { joinParts } from '../../domain/parts.ts';
import type { ListedWrittenResult } from '../../services/written-meeting/list-results.ts';
import type { ShownWrittenResult } from '../../services/written-meeting/show-result.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { writtenAnswerLabel } from '../../texts/written-answer.ts';
import { WRITTEN_PROGRESS } from '../../texts/written-course.ts';
import { WRITTEN_RESULT_FORM, writtenNotice } from '../../texts/written-result.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { textLength } from '../measure.ts';
import { escaped } from '../mrkdwn.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';
import { showResultButton } from './result-button.ts';
import { noticeHead, noticeItem } from './result-message.ts';
import { whichLine } from './which.ts';

const unit = (heading: string, blocks: readonly KnownBlock[]): Unit => ({
  heading,
  blocks,
  length: textLength(blocks),
});

/** 書面開催の結果 as far as the reader may see it; `page` counted from 1. */
export const writtenResultShown = (shown: ShownWrittenResult, page = 1): SlackMessage => {
  const { meetingId, notice, maySeeProgress } = shown;
  const printed = printAgenda(notice.items.map(({ item }) => item));
  const units = [
    unit(WRITTEN_RESULT_FORM.shown, [
      ...noticeHead(notice),
      ...buttons('progress', [
        ...(maySeeProgress ? [button('written-progress.open', WRITTEN_PROGRESS.open, meetingId)] : []),
      ]),
    ]),
    ...notice.items.flatMap((item, index) =>
      noticeItem(item, printed[index] ?? item.item.text).map((block) =>
        unit(writtenAnswerLabel.item(item.item.position), [block]),
      ),
    ),
  ];
  const here = pageOf(units, page);
  return {
    text: escaped(writtenNotice.of(notice.bodyName)),
    shown: { by: 'written-result', of: joinParts(meetingId, here.shown) },
    blocks: [
      ...here.blocks,
      ...pageNote(here),
      ...buttons(
        'pages',
        turnButtons('written-result', here, (to) => joinParts(meetingId, to)),
      ),
    ],
  };
};

/** The Home tab shows at most this many. */
const MOST_ON_HOME = 5;

/** The results of a member's bodies, on the Home tab. */
export const writtenResultsPart = (listed: readonly ListedWrittenResult[]): readonly KnownBlock[] => [
  ...(listed.length === 0 ? [] : [header(WRITTEN_RESULT_FORM.shown)]),
  ...listed.slice(0, MOST_ON_HOME).map(({ meeting, bodyName }) => ({
    ...paragraph(
      [
        writtenNotice.of(bodyName),
        writtenNotice.dueOn(printDayWithWeekday(meeting.dueOn)),
        whichLine(meeting),
        ...(meeting.recordCancelledAt === null ? [] : [writtenNotice.cancelled]),
      ].join('\n'),
    ),
    ...(meeting.recordCancelledAt === null ? { accessory: showResultButton(meeting.id) } : {}),
  })),
  ...(listed.length > MOST_ON_HOME ? [note(writtenNotice.inList)] : []),
];
