import type { ModalView } from '@slack/types';
import type { BodyMember } from '../../domain/body/member.ts';
import { absenceText } from '../../domain/meeting/absence.ts';
import { type MeetingContents, MOST_ATTENDEES } from '../../domain/meeting/meeting.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { isReachable } from '../../domain/person/person.ts';
import type { OpenedMeeting } from '../../services/meeting/open.ts';
import { actionText } from '../../texts/action-item.ts';
import { CONTENTS_HINT, CONTENTS_LABEL, MEETING_FORM } from '../../texts/meeting.ts';
import { listedActions, registerActionButton } from '../action-item/item.ts';
import { buttons, form, paragraph, peopleField, textField } from '../blocks.ts';
import { confirmedNote } from './minutes.ts';

const MOST_TYPED = 3000;

/** Members as the two fields of 出席者 take them: by their account, as far as there is room, else by 職名 and 氏名. */
const presentAll = (
  members: readonly BodyMember[],
): Pick<MeetingContents, 'attendees' | 'attendeesWithoutSlack'> => {
  const attendees = members
    .flatMap(({ person }) => (isReachable(person) && person.slackId !== null ? [person.slackId] : []))
    .slice(0, MOST_ATTENDEES);
  const others = members
    .filter(({ person }) => person.slackId === null || !attendees.includes(person.slackId))
    .map(({ title, person }) => `${title} ${person.name}`);
  // As many whole lines as the field takes: with more the form would not open at all.
  const fits = (count: number): boolean => others.slice(0, count).join('\n').length <= MOST_TYPED;
  const room = others.findIndex((_, index) => !fits(index + 1));
  return { attendees, attendeesWithoutSlack: room === -1 ? others : others.slice(0, room) };
};

/**
 * 会議の内容を記録, filled with what is kept already, or with who is thought to have come; with 前回からの対応事項 and those of this
 * meeting to be read.
 */
export const meetingContentsForm = ({
  meeting,
  body,
  presumed,
  actions,
  earlier,
  mayAddAction,
}: OpenedMeeting): ModalView => {
  const isPresumed = presumed.length > 0;
  const { time, attendees, attendeesWithoutSlack, absences, decisions, documents } = {
    ...meeting.contents,
    ...(isPresumed ? presentAll(presumed) : {}),
  };
  const many = { multiline: true, maxLength: MOST_TYPED, optional: true } as const;
  return form(
    MEETING_FORM.contents,
    'meeting.contents',
    '記録する',
    [
      paragraph(`${body.name} ${printMeetingDate(meeting)}`),
      ...confirmedNote(meeting),
      ...listedActions(actionText.earlierTitle, earlier),
      textField({
        name: 'time',
        label: CONTENTS_LABEL.time,
        hint: CONTENTS_HINT.time,
        initial: time,
        maxLength: 100,
        optional: true,
      }),
      peopleField({
        name: 'attendees',
        label: CONTENTS_LABEL.attendees,
        hint: `${isPresumed ? CONTENTS_HINT.presumed : ''}${CONTENTS_HINT.attendees(MOST_ATTENDEES)}`,
        initial: attendees,
        most: MOST_ATTENDEES,
        optional: true,
      }),
      textField({
        ...many,
        name: 'attendeesWithoutSlack',
        label: CONTENTS_LABEL.attendeesWithoutSlack,
        hint: CONTENTS_HINT.attendeesWithoutSlack,
        initial: attendeesWithoutSlack.join('\n'),
      }),
      textField({
        ...many,
        name: 'absences',
        label: CONTENTS_LABEL.absences,
        hint: CONTENTS_HINT.absences,
        initial: absenceText(absences, many.maxLength),
      }),
      textField({
        ...many,
        name: 'decisions',
        label: CONTENTS_LABEL.decisions,
        hint: CONTENTS_HINT.decisions,
        initial: decisions,
      }),
      textField({
        name: 'documents',
        label: CONTENTS_LABEL.documents,
        initial: documents,
        maxLength: 300,
        optional: true,
      }),
      ...listedActions(actionText.ownTitle, actions),
      ...buttons('actions', mayAddAction ? [registerActionButton(meeting.id)] : []),
    ],
    { meetingId: meeting.id, revision: meeting.revision },
  );
};
