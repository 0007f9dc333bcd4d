import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { RoleGuide } from '../../domain/delivery/content.ts';
import { joinParts } from '../../domain/parts.ts';
import type { Appointment } from '../../domain/promoter/appointment.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { EARLIER_WORD } from '../../texts/earlier.ts';
import { HANDOVER_BUTTON } from '../../texts/handover.ts';
import { ROLE_GUIDE_BUTTON, ROLE_WORD, roleGuideText } from '../../texts/role-guide.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { addToCalendarButton } from '../schedule/calendar.ts';

/** What the guide ends with: a button to confirm it, or when that was done, with 取り消す; a word where a newer message asks it. */
const ending = ({ appointment, stands, earlier }: RoleGuide): SlackMessage['blocks'] => {
  if (earlier !== null) return [paragraph(EARLIER_WORD[earlier])];
  const { guideConfirmedAt: confirmedAt, id } = appointment;
  if (confirmedAt !== null)
    return [
      paragraph(roleGuideText.confirmed(printMoment(confirmedAt))),
      ...buttons('guide', stands ? [button('role-guide.take-back', ROLE_GUIDE_BUTTON.takeBack, id)] : []),
    ];
  if (!stands) return [paragraph(roleGuideText.over)];
  return [
    paragraph(roleGuideText.ask),
    ...buttons('guide', [button('role-guide.confirm', ROLE_GUIDE_BUTTON.confirm, id, 'primary')]),
  ];
};

/** What is to come, each with a button that takes it to one's own calendar. */
const comingBlocks = (coming: RoleGuide['coming']): SlackMessage['blocks'] =>
  coming.length === 0
    ? [paragraph(roleGuideText.noComing)]
    : [
        paragraph(roleGuideText.comingTitle),
        ...coming.flatMap(({ meetingId, bodyName, printedDate }) => [
          paragraph(roleGuideText.coming(bodyName, printedDate)),
          ...buttons(joinParts('coming', meetingId), [
            addToCalendarButton({ kind: 'meeting', id: meetingId }),
          ]),
        ]),
      ];

/** What they take over, as a file: while the appointment holds, in the newest message that asks. */
const handoverBlocks = ({ appointment: { id }, stands, earlier }: RoleGuide): SlackMessage['blocks'] =>
  stands && earlier === null
    ? [
        paragraph(roleGuideText.handover),
        ...buttons('handover', [button('handover.see', HANDOVER_BUTTON.see, id)]),
      ]
    : [];

/** 協働推進員の役割のご案内, to a new promoter. */
export const roleGuideMessage = (guide: RoleGuide): SlackMessage => {
  const { appointment, departmentName, sectionName, coming, contact } = guide;
  const days = [appointment.startsOn, appointment.endsOn].map(printDayWithWeekday);
  const [from = '', to = ''] = days;
  return {
    text: roleGuideText.title,
    blocks: [
      header(roleGuideText.title),
      paragraph(roleGuideText.lead(departmentName, sectionName, ROLE_WORD[appointment.role], from, to)),
      paragraph(
        [
          roleGuideText.dutiesTitle,
          ...roleGuideText.duties.map((duty, index) => roleGuideText.duty(index + 1, duty)),
        ].join('\n'),
      ),
      ...comingBlocks(coming),
      ...handoverBlocks(guide),
      ...ending(guide),
      note(roleGuideText.contact(contact)),
    ],
  };
};

/** After 確認しました was pressed apart from the guide, or taken back there: when, with the button of the other. */
export const guidePressed = ({ id, guideConfirmedAt }: Appointment): SlackMessage => {
  const sentence =
    guideConfirmedAt === null ? roleGuideText.ask : roleGuideText.confirmed(printMoment(guideConfirmedAt));
  return {
    text: sentence,
    blocks: [
      paragraph(sentence),
      ...buttons('guide', [
        guideConfirmedAt === null
          ? button('role-guide.confirm-apart', ROLE_GUIDE_BUTTON.confirm, id, 'primary')
          : button('role-guide.take-back-apart', ROLE_GUIDE_BUTTON.takeBack, id),
      ]),
    ],
  };
};
