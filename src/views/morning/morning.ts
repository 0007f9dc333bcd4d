import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import {
  isLineOpen,
  isToAnswer,
  type LineContent,
  type OwedContent,
  type ShownLine,
} from '../../domain/morning/content.ts';
import { lastDayOfRecord } from '../../domain/occasion/date.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { freeTextText } from '../../texts/free-text.ts';
import { MORNING_BUTTON, morningText } from '../../texts/morning.ts';
import { OCCASION_BUTTON } from '../../texts/occasion.ts';
import { ROLE_GUIDE_BUTTON, roleGuideText } from '../../texts/role-guide.ts';
import { ROSTER_REPORT_BUTTON } from '../../texts/roster-report.ts';
import { TRAINING_BUTTON, trainingText } from '../../texts/training.ts';
import { ATTENDANCE_WORD } from '../../texts/training-csv.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { actionBlocks } from './action-item.ts';
import { earlierBlock } from './earlier.ts';
import { heldBlocks } from './held.ts';
import { collectBlocks, dueLine, inquiryBlocks, unansweredBlocks } from './inquiry.ts';
import { preparationBlocks } from './preparation.ts';
import { writtenBlocks, writtenClosedBlocks } from './written-meeting.ts';

/** The most lines a message tells of, over its pages: more are a list, which is a button away. */
const MOST_LINES = 40;

type LineOf<Kind extends LineContent['kind']> = Extract<LineContent, { readonly kind: Kind }>;

const reportBlocks = (
  line: LineOf<'roster-report' | 'report-missing'>,
  today: string,
  blockId: string,
): readonly KnownBlock[] => {
  const { departmentId, departmentName, open } = line;
  const year = printFiscalYear(line.year);
  if (open === 0) return [paragraph(morningText.reportDone(departmentName, year))];
  if (line.kind === 'report-missing')
    return [paragraph(morningText.reportMissing(departmentName, year, open))];
  return [
    paragraph([morningText.reportAsk(departmentName, year, open), dueLine(line, today)].join('\n')),
    ...buttons(blockId, [
      button('roster-report.open', ROSTER_REPORT_BUTTON.open, departmentId, 'primary'),
      button('line.postpone', MORNING_BUTTON.postpone, subjectOf('roster-report', departmentId, line.year)),
    ]),
  ];
};

const videoBlocks = (line: LineOf<'video'>, blockId: string): readonly KnownBlock[] => {
  const { session, name, state, at, mayTakeBack, isRunning, isOver } = line;
  if (session.cancelled !== null) return [paragraph(`${name}\n${trainingText.videoOver}`)];
  if (state !== null)
    return [
      paragraph(
        `${name}\n${trainingText.videoDone(ATTENDANCE_WORD[state], at === null ? '' : printMoment(at))}`,
      ),
      ...buttons(
        blockId,
        mayTakeBack ? [button('attendance.take-back-watched', OCCASION_BUTTON.takeBack, session.id)] : [],
      ),
    ];
  if (isOver) return [paragraph(trainingText.videoEnded(name))];
  const watched = button('attendance.watched', TRAINING_BUTTON.watched, session.id, 'primary');
  const last = printDayWithWeekday(lastDayOfRecord(session.date));
  if (!isRunning) return [paragraph(trainingText.videoAskLate(name, last)), ...buttons(blockId, [watched])];
  const { link } = session.contents;
  return [
    paragraph(
      [
        trainingText.videoAsk(name),
        trainingText.videoUntil(last),
        ...(link === '' ? [] : [trainingText.link(link)]),
      ].join('\n'),
    ),
    ...buttons(blockId, [
      watched,
      button('line.postpone', MORNING_BUTTON.postpone, subjectOf('training', session.id)),
    ]),
  ];
};

const guideBlocks = (line: LineOf<'guide'>, blockId: string): readonly KnownBlock[] => {
  const { appointment, departmentName, sectionName, stands } = line;
  const { id, guideConfirmedAt } = appointment;
  if (guideConfirmedAt !== null)
    return [
      paragraph(roleGuideText.confirmed(printMoment(guideConfirmedAt))),
      ...buttons(blockId, stands ? [button('role-guide.take-back', ROLE_GUIDE_BUTTON.takeBack, id)] : []),
    ];
  if (!stands) return [paragraph(morningText.guideOver)];
  return [
    paragraph(morningText.guideAsk(departmentName, sectionName)),
    ...buttons(blockId, [
      button('role-guide.confirm', ROLE_GUIDE_BUTTON.confirm, id, 'primary'),
      button('line.postpone', MORNING_BUTTON.postpone, subjectOf('appointment', id)),
    ]),
  ];
};

const awayOverDue = ({ inquiry, sectionName, dueOn, isOpen }: LineOf<'away-over-due'>): KnownBlock =>
  paragraph(
    isOpen && inquiry.state === 'open'
      ? morningText.awayOverDue(inquiry.title, sectionName, printDayWithWeekday(dueOn))
      : morningText.awaySettled(inquiry.title, sectionName),
  );

const deactivated = ({ name, places }: LineOf<'deactivated'>): KnownBlock =>
  paragraph(
    places.length === 0
      ? morningText.deactivatedDone(name)
      : morningText.deactivated(
          name,
          places
            .map(({ departmentName, sectionName }) => morningText.place(departmentName, sectionName))
            .join(morningText.separator),
        ),
  );

/** One line as blocks; `blockId` is that of its buttons. */
export const lineBlocks = (line: ShownLine, today: string, blockId: string): readonly KnownBlock[] => {
  switch (line.kind) {
    case 'earlier':
      return [earlierBlock(line)];
    case 'inquiry':
    case 'inquiry-answered':
      return inquiryBlocks(line, today, blockId);
    case 'written-meeting':
    case 'written-told':
      return writtenBlocks(line, today, blockId);
    case 'written-closed':
      return writtenClosedBlocks(line, blockId);
    case 'action-item':
      return actionBlocks(line, today, blockId);
    case 'roster-report':
    case 'report-missing':
      return reportBlocks(line, today, blockId);
    case 'video':
      return videoBlocks(line, blockId);
    case 'guide':
      return guideBlocks(line, blockId);
    case 'held-meeting':
    case 'held-training':
      return heldBlocks(line, blockId);
    case 'preparation':
      return preparationBlocks(line, blockId);
    case 'away-over-due':
      return [awayOverDue(line)];
    case 'collect':
      return collectBlocks(line, today, blockId);
    case 'department-unanswered':
    case 'unanswered':
      return unansweredBlocks(line, today, blockId);
    case 'deactivated':
      return [deactivated(line)];
  }
};

/** Lines about 書面開催. */
const WRITTEN_KINDS: readonly ShownLine['kind'][] = ['written-meeting', 'written-told'];

type Titles = { readonly open: string; readonly done: string; readonly earlier: string };

const titlesOf = (kind: OwedContent['kind'], lines: OwedContent['lines'], open: number): Titles => {
  const others = { done: morningText.titleDone, earlier: morningText.titleEarlier };
  switch (kind) {
    case 'morning':
      return lines.every((line) => WRITTEN_KINDS.includes((line.kind === 'earlier' ? line.of : line).kind))
        ? {
            open: morningText.writtenTitle,
            done: morningText.writtenTitleDone,
            earlier: morningText.writtenTitleEarlier,
          }
        : { ...others, open: morningText.title(open) };
    case 'inquiry-asked':
      return { ...others, open: morningText.askedTitle };
    case 'training-asked':
      return { ...others, open: morningText.askedToWatchTitle };
  }
};

const titleOf = (kind: OwedContent['kind'], lines: OwedContent['lines']): string => {
  const count = lines.filter(isLineOpen).length;
  const { open, done, earlier } = titlesOf(kind, lines, count);
  if (count > 0) return open;
  const isElsewhere = lines.some((line) => line.kind === 'earlier' && line.word !== 'done');
  return isElsewhere ? earlier : done;
};

/** The morning message, or the one that asks at once: everything that is owed, what was done since in its place. */
export const owedMessage = ({ kind, day, lines, contact }: OwedContent): SlackMessage => {
  const title = titleOf(kind, lines);
  const shown = lines.slice(0, MOST_LINES).map((line, index) => lineBlocks(line, day, `line-${index + 1}`));
  const others = lines.length - shown.length;
  return {
    text: escaped(title),
    blocks: [
      header(title),
      ...(lines.some(isToAnswer) ? [note(morningText.lead)] : []),
      ...shown.flat(),
      ...(others === 0
        ? []
        : [
            paragraph(morningText.others(others)),
            ...buttons('others', [button('kyodo.menu', freeTextText.menu, 'now')]),
          ]),
      note(morningText.contact(contact)),
    ],
  };
};
