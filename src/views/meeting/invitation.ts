import type { ModalView } from '@slack/types';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { OpenedInvitation } from '../../services/meeting/open-invitation.ts';
import { dayText } from '../../texts/day-text.ts';
import { WAY_WORD } from '../../texts/meeting.ts';
import { INVITATION_FORM, preparationText } from '../../texts/preparation.ts';
import { divider, form, note, paragraph, paragraphsOf } from '../blocks.ts';

/** 開催案内 as plain text to copy, and to whom it goes. */
export const invitationView = ({ meeting, body, members, contact }: OpenedInvitation): ModalView =>
  form(INVITATION_FORM, 'preparation.invited', null, [
    note(preparationText.copyLead),
    paragraph(
      [
        preparationText.title(body.name),
        preparationText.opening(body.name),
        preparationText.when(dayText(meeting) ?? printMeetingDate(meeting)),
        ...(meeting.way === 'unknown' ? [] : [preparationText.way(WAY_WORD[meeting.way])]),
        ...(meeting.place === '' ? [] : [preparationText.place(meeting.place)]),
        preparationText.agenda,
      ].join('\n'),
    ),
    ...paragraphsOf(printAgenda(meeting.items)),
    paragraph(preparationText.contact(contact)),
    ...(members.length === 0
      ? []
      : [
          divider(),
          ...paragraphsOf([
            preparationText.members(members.length),
            ...members.map(({ title, person }) => preparationText.member(title, person.name)),
          ]),
        ]),
  ]);
