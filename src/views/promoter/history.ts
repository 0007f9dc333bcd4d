import type { ContextBlock } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { AppointmentBefore, AppointmentEdit } from '../../services/promoter/open-appointment.ts';
import { historyText } from '../../texts/history.ts';
import { PROMOTER_LABEL, promoterText, ROLE_CHOICE } from '../../texts/promoter.ts';
import { escaped, personMention } from '../mrkdwn.ts';

/** Each sign may become five when escaped, and Slack takes 3,000 in all. */
const MOST_BEFORE = 250;
const MOST_REASON = 300;

const beforeText = ({ name, role, department, section, startsOn, endsOn }: AppointmentBefore): string => {
  const said: readonly (readonly [string, string | undefined])[] = [
    [PROMOTER_LABEL.name, name],
    [PROMOTER_LABEL.role, role && ROLE_CHOICE[role]],
    [PROMOTER_LABEL.department, department],
    [PROMOTER_LABEL.section, section],
    [PROMOTER_LABEL.startsOn, startsOn && printDayWithWeekday(startsOn)],
    [PROMOTER_LABEL.endsOn, endsOn && printDayWithWeekday(endsOn)],
  ];
  return said
    .flatMap(([label, value]) => (value === undefined ? [] : [promoterText.before(label, value)]))
    .join('、');
};

/** One line of これまでの変更. The name is a mention; all that was typed is escaped. */
export const editLine = ({ at, actor, before, reason }: AppointmentEdit): ContextBlock => ({
  type: 'context',
  elements: [
    {
      type: 'mrkdwn',
      verbatim: true,
      text: historyText.changed(
        printMoment(at),
        personMention(actor),
        escaped(beforeText(before), MOST_BEFORE),
        escaped(reason, MOST_REASON),
      ),
    },
  ],
});
