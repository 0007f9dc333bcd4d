import type { Button, KnownBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import { ballotValue } from '../../domain/written-meeting/ballot.ts';
import type { WrittenMeetingStep } from '../../domain/written-meeting/course.ts';
import type { VoterStanding } from '../../domain/written-meeting/standing.ts';
import type { VoterVote } from '../../domain/written-meeting/tally.ts';
import type { Voter } from '../../domain/written-meeting/voter.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import type { WrittenProgress } from '../../services/written-meeting/list-progress.ts';
import type { OpenedWrittenProgress } from '../../services/written-meeting/read-progress.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { answerText, RECEIVED_WORD } from '../../texts/inquiry-answer.ts';
import { WRITTEN_ANSWER_FORM, writtenAnswerLabel, writtenAnswerText } from '../../texts/written-answer.ts';
import {
  WRITTEN_COURSE_FORM,
  WRITTEN_PROGRESS,
  WRITTEN_STATE_WORD,
  WRITTEN_STEP_BUTTON,
  writtenProgressText,
} from '../../texts/written-course.ts';
import { writtenStartText } from '../../texts/written-start.ts';
import { button, buttons, header, note, paragraph, paragraphsOf } from '../blocks.ts';
import { listLines } from '../list-lines.ts';
import { textLength } from '../measure.ts';
import { rowActs } from '../more-menu.ts';
import { escaped } from '../mrkdwn.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { choiceWord } from './answer-form.ts';
import { clockHour } from './clock-hour.ts';
import { summariseButton } from './result-button.ts';
import { tallyLine } from './tally.ts';
import { whichLine } from './which.ts';

/** The Home tab shows at most this many. */
const MOST_ON_HOME = 5;

const nameOf = ({ meeting, bodyName }: Pick<WrittenProgress, 'meeting' | 'bodyName'>): string =>
  writtenProgressText.name(bodyName, WRITTEN_STATE_WORD[meeting.state]);

const dueLine = ({ dueOn }: WrittenMeeting): string => writtenAnswerText.dueOn(printDayWithWeekday(dueOn));

/** When 開催案内 leaves, where nobody was sent it yet. */
const leavingLines = ({
  meeting,
  leaving,
}: Pick<WrittenProgress, 'meeting' | 'leaving'>): readonly string[] =>
  leaving === null || meeting.state !== 'open'
    ? []
    : [
        writtenProgressText.leaving(
          writtenStartText.whenSent(printDayWithWeekday(leaving.day), clockHour(leaving.at)),
        ),
      ];

const answeredLine = ({ progress }: Pick<WrittenProgress, 'progress'>): string =>
  writtenProgressText.answered(progress.answered, progress.asked);

const stepButton = (step: WrittenMeetingStep, { id }: WrittenMeeting): Button =>
  button(`written-meeting.${step}`, WRITTEN_STEP_BUTTON[step], id, step === 'cancel' ? 'danger' : undefined);

/** What may be done to its course now. */
const courseButtons = ({ meeting, steps }: Pick<WrittenProgress, 'meeting' | 'steps'>): readonly Button[] => [
  ...(meeting.state === 'open'
    ? [button('written-meeting.amend', WRITTEN_COURSE_FORM.amend, meeting.id)]
    : []),
  ...steps.map((step) => stepButton(step, meeting)),
];

/** The secretariat's part of the Home tab: how far each is, in numbers without names. */
export const writtenProgressPart = (listed: readonly WrittenProgress[]): readonly KnownBlock[] => [
  ...(listed.length === 0 ? [] : [header(WRITTEN_PROGRESS.title)]),
  ...listed
    .slice(0, MOST_ON_HOME)
    .flatMap((one): readonly KnownBlock[] => [
      paragraph(
        [
          nameOf(one),
          whichLine(one.meeting),
          dueLine(one.meeting),
          ...leavingLines(one),
          answeredLine(one),
          ...one.tallies.map((tally) =>
            writtenProgressText.item(writtenAnswerLabel.item(tally.item.position), tallyLine(tally)),
          ),
        ].join('\n'),
      ),
      ...buttons(
        joinParts('written-progress', one.meeting.id),
        rowActs(
          [
            ...(one.meeting.state === 'closed' ? [summariseButton(one.meeting.id)] : []),
            button('written-progress.open', WRITTEN_PROGRESS.open, one.meeting.id),
          ],
          courseButtons(one),
        ),
      ),
    ]),
  ...(listed.length > MOST_ON_HOME ? [note(writtenProgressText.others(listed.length - MOST_ON_HOME))] : []),
];

/** When answers ended, and how. */
const endedLines = ({ state, endedAt, endReason }: WrittenMeeting): readonly string[] => {
  if (endedAt === null) return [];
  const when = printMoment(endedAt);
  return [
    state === 'cancelled'
      ? writtenProgressText.cancelledAt(when, endReason)
      : writtenProgressText.closedAt(when),
  ];
};

const factLines = (opened: OpenedWrittenProgress): readonly string[] => {
  const { meeting } = opened;
  const { documentNumber, dueBefore, askedOn } = meeting;
  return [
    nameOf(opened),
    ...(documentNumber === '' ? [] : [writtenAnswerText.documentNumber(documentNumber)]),
    dueLine(meeting),
    ...(dueBefore === null ? [] : [writtenProgressText.dueBefore(printDayWithWeekday(dueBefore))]),
    ...(askedOn === null ? [] : [writtenProgressText.askedOn(printDayWithWeekday(askedOn))]),
    ...leavingLines(opened),
    ...endedLines(meeting),
    answeredLine(opened),
  ];
};

/** What it is, how far it is in all, and what may be done. */
const wholeUnit = (opened: OpenedWrittenProgress): Unit => {
  const { meeting } = opened;
  const blocks = [
    ...paragraphsOf(factLines(opened)),
    ...buttons('written-meeting', [
      ...(meeting.state === 'closed' ? [summariseButton(meeting.id)] : []),
      ...courseButtons(opened),
      recordChangesButton(subjectOf('written-meeting', meeting.id)),
    ]),
  ];
  return { heading: WRITTEN_PROGRESS.title, blocks, length: textLength(blocks) };
};

const personOf = ({ title, name }: Voter): string => writtenProgressText.voter(title, name);

/** Who said it with nothing beside, by what they said and then who has said nothing; and each opinion with whose it is. */
const voteLines = (
  { kind }: OpenedWrittenProgress['items'][number]['item'],
  votes: readonly VoterVote[],
): readonly string[] => {
  const groups = new Map<string, string[]>();
  for (const { voter, counting } of votes) {
    if (counting !== undefined && counting.vote.opinion !== '') continue;
    const word =
      counting === undefined ? writtenProgressText.unanswered : choiceWord({ kind }, counting.vote.choice);
    groups.set(word, [...(groups.get(word) ?? []), personOf(voter)]);
  }
  return [
    ...votes.flatMap(({ voter, counting }) =>
      counting === undefined || counting.vote.opinion === ''
        ? []
        : [
            writtenProgressText.opinion(
              personOf(voter),
              choiceWord({ kind }, counting.vote.choice),
              counting.vote.opinion,
            ),
          ],
    ),
    ...[...groups].flatMap(([word, names]) =>
      listLines(names, writtenProgressText.separator, {
        first: writtenProgressText.said(word),
        next: writtenProgressText.saidGoesOn(word),
      }),
    ),
  ];
};

/** Each 案件 whole, with its numbers and who said what, in as many paragraphs as that takes. */
const itemUnits = ({ items }: OpenedWrittenProgress): readonly Unit[] => {
  const printed = printAgenda(items.map(({ item }) => item));
  return items.flatMap(({ votes, ...tally }, index) => {
    const heading = writtenAnswerLabel.item(tally.item.position);
    const lines = [printed[index] ?? '', tallyLine(tally), ...voteLines(tally.item, votes)];
    return paragraphsOf(lines).map((block) => ({ heading, blocks: [block], length: textLength([block]) }));
  });
};

const standingLines = ({ voter, open, last, late }: VoterStanding, items: number): readonly string[] => [
  `${personOf(voter)}${voter.slackId === null ? writtenProgressText.withoutSlack : ''}`,
  open.length === items
    ? writtenProgressText.unanswered
    : open.length > 0
      ? writtenProgressText.openItems(open.map(({ position }) => writtenAnswerLabel.item(position)))
      : writtenProgressText.answeredAt(last === undefined ? '' : printMoment(last.at)),
  ...(last?.proxy == null ? [] : [writtenProgressText.byProxy(last.proxy.title, last.proxy.name)]),
  ...(last?.received == null
    ? []
    : [answerText.received(printDayWithWeekday(last.received.on), RECEIVED_WORD[last.received.by])]),
  ...(late === 0 ? [] : [writtenProgressText.late(late)]),
];

/** Every 回答者, who is missing first, with 代理入力 while an answer is kept. */
const voterUnits = ({ meeting, voters, items }: OpenedWrittenProgress): readonly Unit[] => {
  const takes = meeting.state === 'open' || meeting.state === 'closed';
  return voters
    .toSorted((one, other) => Number(one.open.length === 0) - Number(other.open.length === 0))
    .map((standing) => {
      const words = paragraph(standingLines(standing, items.length).join('\n'));
      const value = ballotValue(meeting.id, standing.voter.position);
      const block = takes
        ? { ...words, accessory: button('written-answer.open', WRITTEN_ANSWER_FORM.onBehalf, value) }
        : words;
      return { heading: writtenProgressText.voters, blocks: [block], length: textLength([block]) };
    });
};

/** How one 書面開催 stands: in all, by 回答者, and by 案件 with who said what; `page` counted from 1. */
export const writtenProgressMessage = (opened: OpenedWrittenProgress, page = 1): SlackMessage => {
  const { id } = opened.meeting;
  const here = pageOf([wholeUnit(opened), ...voterUnits(opened), ...itemUnits(opened)], page);
  return {
    text: escaped(nameOf(opened)),
    shown: { by: 'written-progress', of: joinParts(id, here.shown) },
    blocks: [
      ...(here.shown === 1 ? [] : [header(WRITTEN_PROGRESS.title), paragraph(nameOf(opened))]),
      ...here.blocks,
      ...pageNote(here),
      ...buttons(
        'pages',
        turnButtons('written-progress', here, (to) => joinParts(id, to)),
      ),
    ],
  };
};
