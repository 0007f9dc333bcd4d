import type { KnownBlock } from '@slack/types';
import { printCode } from '../../domain/attendance/reception-code.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { shorten } from '../../domain/letters.ts';
import { printNotHeld } from '../../domain/occasion/date.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import type { ListedTraining, TrainingList } from '../../services/training/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ATTENDANCE_BUTTON } from '../../texts/attendance.ts';
import { DID_NOT_MEET_BUTTON } from '../../texts/did-not-meet.ts';
import { OCCASION_BUTTON } from '../../texts/occasion.ts';
import { TRAINING_BUTTON, trainingText } from '../../texts/training.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { textLength } from '../measure.ts';
import { cancelDidNotMeetButton } from '../meeting/did-not-meet.ts';
import { rowActs } from '../more-menu.ts';
import { cancelButton, contentsButton, editButton } from '../occasion/change-buttons.ts';
import { pageNote, pageOf, wantedPage, yearListButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { soughtPart } from '../sought.ts';
import { countLines, receptionDays, trainingMark } from './message.ts';

/** Rows a page, where they fit. */
export const TRAININGS_A_PAGE = 10;
const MOST_CONTENT = 150;

type Part = TrainingList['programmes'][number];
/** One row of the list: a session, 開催なし, or the word that nothing is recorded yet. */
type Row = { readonly part: Part; readonly listed: ListedTraining | null };

const rowsOf = (part: Part): readonly Row[] => [
  ...part.sessions.map((listed) => ({ part, listed })),
  ...(part.sessions.length === 0 ? [{ part, listed: null }] : []),
];

const lines = ({ session, standing, no, recorded, rate, mayChange }: ListedTraining): readonly string[] => {
  const { lecturer, content } = session.contents;
  const number = no === null ? trainingMark(standing, session) : `No ${no} `;
  return [
    `${number}${printTrainingDate(session)}`,
    ...countLines(session, recorded),
    ...(rate === null ? [] : [trainingText.rate(rate.came, rate.of)]),
    ...(session.printedTogether ? [trainingText.together] : []),
    ...(lecturer === '' ? [] : [trainingText.lecturer(lecturer)]),
    ...(content === '' ? [] : [trainingText.content(shorten(content, MOST_CONTENT))]),
    ...(session.code === null || !mayChange
      ? []
      : [`${trainingText.code(printCode(session.code))}(${receptionDays(session)})`]),
  ];
};

const sessionBlocks = (
  listed: ListedTraining,
  { mayConfirm, mayRecord, forSecretariat }: TrainingList,
): readonly KnownBlock[] => {
  const { session, standing, mayChange } = listed;
  const { id, audience, confirmedAt } = session;
  const occasion = { kind: 'training', id } as const;
  const hasAttendance = mayRecord && standing !== 'planned';
  const most = [
    ...(mayConfirm && standing !== 'settled' && confirmedAt === null
      ? [button('training.confirm', OCCASION_BUTTON.confirm, id, 'primary')]
      : []),
    ...(mayChange ? [contentsButton(occasion)] : []),
    ...(hasAttendance ? [button('attendance.list', ATTENDANCE_BUTTON.list, id)] : []),
  ];
  const rarer = [
    ...(hasAttendance && audience !== 'open'
      ? [button('attendance-missing.open', ATTENDANCE_BUTTON.missing, id)]
      : []),
    ...(mayChange ? [editButton(occasion), cancelButton(occasion)] : []),
    ...(forSecretariat ? [recordChangesButton(subjectOf('training', id))] : []),
  ];
  return [paragraph(lines(listed).join('\n')), ...buttons(joinParts('training', id), rowActs(most, rarer))];
};

const emptyBlocks = ({ programme, notHeld }: Part, { year, forSecretariat }: TrainingList) =>
  programme !== null && notHeld
    ? [
        paragraph(printNotHeld(year)),
        ...buttons(
          joinParts('not-held', programme.id),
          forSecretariat ? [cancelDidNotMeetButton({ kind: 'programme', id: programme.id }, year)] : [],
        ),
      ]
    : [paragraph(trainingText.noTrainings)];

const openers = ({ year, mayRecord, forSecretariat }: TrainingList) =>
  buttons('open', [
    ...(mayRecord ? [button('training.open', TRAINING_BUTTON.record, 'new', 'primary')] : []),
    ...(forSecretariat ? [button('did-not-meet.open', DID_NOT_MEET_BUTTON, 'new')] : []),
    ...(mayRecord ? [button('attendance.csv', ATTENDANCE_BUTTON.csv, String(year))] : []),
  ]);

/** The year's training by programme, `page` counted from 1; a page past the end shows the last one. */
export const trainingListMessage = (list: TrainingList, page: number): SlackMessage => {
  const title = trainingText.listTitle(printFiscalYear(list.year));
  const rows = list.programmes.flatMap(rowsOf);
  const units = rows.map(({ part, listed }) => {
    const blocks = listed === null ? emptyBlocks(part, list) : sessionBlocks(listed, list);
    return { heading: part.name, blocks, length: textLength(blocks) };
  });
  const here = pageOf(units, page, (heading) => heading, TRAININGS_A_PAGE);
  return {
    text: title,
    shown: { by: 'training-list', of: wantedPage(list.year, list.sought, here.shown) },
    blocks: [
      header(title),
      ...soughtPart(list.sought),
      ...(rows.length === 0 && list.sought.words === ''
        ? [paragraph(trainingText.noTrainings)]
        : here.blocks),
      ...pageNote(here),
      ...yearListButtons('training-list', here, list),
      ...openers(list),
    ],
  };
};

/** One session of the list alone; undefined where it is not in it. */
export const trainingShownMessage = (list: TrainingList, id: string): SlackMessage | undefined => {
  const part = list.programmes.find(({ sessions }) => sessions.some(({ session }) => session.id === id));
  if (part === undefined) return undefined;
  return {
    text: part.name,
    shown: { by: 'search-training', of: joinParts(id, list.year) },
    blocks: [
      header(part.name),
      ...part.sessions.filter(({ session }) => session.id === id).flatMap((row) => sessionBlocks(row, list)),
    ],
  };
};
