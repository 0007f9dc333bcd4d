import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printAgendaWithin, printMeetingDate } from '../../domain/meeting/print.ts';
import { printNotHeld } from '../../domain/occasion/date.ts';
import { joinParts } from '../../domain/parts.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { MeetingList, MeetingsOfBody } from '../../services/meeting/list.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { DID_NOT_MEET_BUTTON } from '../../texts/did-not-meet.ts';
import { MEETING_BUTTON, meetingText } from '../../texts/meeting.ts';
import { OCCASION_BUTTON, STANDING_MARK } from '../../texts/occasion.ts';
import { WRITTEN_PROGRESS, WRITTEN_STATE_WORD, writtenProgressText } from '../../texts/written-course.ts';
import { button, buttons, header, paragraph } from '../blocks.ts';
import { textLength } from '../measure.ts';
import { rowActs } from '../more-menu.ts';
import { cancelButton, contentsButton, editButton } from '../occasion/change-buttons.ts';
import { pageNote, pageOf, wantedPage, yearListButtons } from '../paging.ts';
import { recordChangesButton } from '../record-changes.ts';
import { soughtPart } from '../sought.ts';
import { showResultButton } from '../written-meeting/result-button.ts';
import { cancelDidNotMeetButton } from './did-not-meet.ts';
import { minutesButton } from './minutes.ts';

/** Rows a page, where they fit. */
export const ROWS_A_PAGE = 10;
const MOST_AGENDA_CHARACTERS = 500;

/** One row of the list: a meeting, 開催なし, or the word that nothing is recorded yet. */
type Row = { readonly part: MeetingsOfBody; readonly meeting: MeetingsOfBody['meetings'][number] | null };

const rowsOf = (part: MeetingsOfBody): readonly Row[] =>
  part.meetings.length === 0
    ? part.underWay.length === 0
      ? [{ part, meeting: null }]
      : []
    : part.meetings.map((meeting) => ({ part, meeting }));

const meetingBlocks = (
  { meeting, standing, no, ...may }: NonNullable<Row['meeting']>,
  { mayConfirm, forSecretariat }: MeetingList,
): readonly KnownBlock[] => {
  const number = no === null ? STANDING_MARK[standing] : `No ${no} `;
  const occasion = { kind: 'meeting', id: meeting.id } as const;
  const most = [
    ...(mayConfirm && standing === 'unconfirmed'
      ? [button('meeting.confirm', OCCASION_BUTTON.confirm, meeting.id, 'primary')]
      : []),
    ...(may.maySeeContents && !may.mayRecordContents
      ? [button('meeting.contents.show', MEETING_BUTTON.showContents, meeting.id)]
      : []),
    ...(may.mayChange && may.mayRecordContents ? [contentsButton(occasion)] : []),
    ...(may.mayChange ? [editButton(occasion)] : []),
    ...(may.mayTakeMinutes ? [minutesButton(meeting.id)] : []),
    ...(meeting.writtenMeetingId === null || !may.maySeeResult
      ? []
      : [showResultButton(meeting.writtenMeetingId)]),
  ];
  const rarer = [
    ...(may.mayChange ? [cancelButton(occasion)] : []),
    ...(forSecretariat ? [recordChangesButton(subjectOf('meeting', meeting.id))] : []),
  ];
  const agenda = printAgendaWithin(meeting.items, MOST_AGENDA_CHARACTERS);
  return [
    paragraph(`${number}${printMeetingDate(meeting)}\n${agenda}`),
    ...buttons(joinParts('meeting', meeting.id), rowActs(most, rarer)),
  ];
};

/** A 書面開催 without a result: how it stands, and nothing of what was answered. */
const underWayBlocks = (
  { id, state, facts }: MeetingsOfBody['underWay'][number],
  { forSecretariat }: MeetingList,
): readonly KnownBlock[] => [
  paragraph(
    [
      writtenProgressText.mark(WRITTEN_STATE_WORD[state], printMeetingDate(facts)),
      printAgendaWithin(facts.items, MOST_AGENDA_CHARACTERS),
    ].join('\n'),
  ),
  ...buttons(
    joinParts('written', id),
    forSecretariat ? [button('written-progress.open', WRITTEN_PROGRESS.open, id)] : [],
  ),
];

const emptyBlocks = (
  { body, didNotMeet }: MeetingsOfBody,
  { year, forSecretariat }: MeetingList,
): readonly KnownBlock[] =>
  didNotMeet
    ? [
        paragraph(printNotHeld(year)),
        ...buttons(
          joinParts('did-not-meet', body.id),
          forSecretariat ? [cancelDidNotMeetButton({ kind: 'body', id: body.id }, year)] : [],
        ),
      ]
    : [paragraph(meetingText.noMeetings)];

/** The year's meetings by body, `page` counted from 1; a page past the end shows the last one. */
export const meetingListMessage = (list: MeetingList, page: number): SlackMessage => {
  const title = meetingText.listTitle(printFiscalYear(list.year));
  const units = list.bodies.flatMap((part) =>
    [
      ...rowsOf(part).map(({ meeting }) =>
        meeting === null ? emptyBlocks(part, list) : meetingBlocks(meeting, list),
      ),
      ...part.underWay.map((written) => underWayBlocks(written, list)),
    ].map((blocks) => ({ heading: part.body.name, blocks, length: textLength(blocks) })),
  );
  const here = pageOf(units, page, (heading) => heading, ROWS_A_PAGE);
  return {
    text: title,
    shown: { by: 'meeting-list', of: wantedPage(list.year, list.sought, here.shown) },
    blocks: [
      header(title),
      ...soughtPart(list.sought),
      ...(units.length === 0 && list.sought.words === '' ? [paragraph(meetingText.noMeetings)] : here.blocks),
      ...pageNote(here),
      ...yearListButtons('meeting-list', here, list),
      ...(list.forSecretariat
        ? buttons('open', [
            button('meeting.open', MEETING_BUTTON.record, 'new', 'primary'),
            button('did-not-meet.open', DID_NOT_MEET_BUTTON, 'new'),
          ])
        : []),
    ],
  };
};

/** One meeting of the list alone, or one that is decided in writing; undefined where it is not in it. */
export const meetingShownMessage = (list: MeetingList, id: string): SlackMessage | undefined => {
  const part = list.bodies.find(
    ({ meetings, underWay }) =>
      meetings.some(({ meeting }) => meeting.id === id) || underWay.some((one) => one.id === id),
  );
  if (part === undefined) return undefined;
  const title = part.body.name;
  return {
    text: title,
    shown: { by: 'search-meeting', of: joinParts(id, list.year) },
    blocks: [
      header(title),
      ...part.meetings.filter(({ meeting }) => meeting.id === id).flatMap((row) => meetingBlocks(row, list)),
      ...part.underWay.filter((one) => one.id === id).flatMap((written) => underWayBlocks(written, list)),
    ],
  };
};
