import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { AwayPeriod } from '../../domain/person/away.ts';
import type { AwayList } from '../../services/person/list-away.ts';
import type { AwayPerson } from '../../services/person/open-away.ts';
import type { RegisteredAway } from '../../services/person/register-away.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { AWAY_BUTTON, AWAY_FORM, AWAY_HINT, AWAY_LABEL, awayText } from '../../texts/away.ts';
import { DONE_TITLE } from '../../texts/form-word.ts';
import { button, buttons, dayField, form, header, note, paragraph } from '../blocks.ts';
import { doneMessage } from '../failure.ts';

/** 不在期間を登録 for oneself, or for another person. */
export const awayForm = (person?: AwayPerson): ModalView =>
  form(
    AWAY_FORM,
    'away.register',
    '登録する',
    [
      paragraph(person === undefined ? awayText.forSelf : awayText.for(person.name)),
      dayField({ name: 'startsOn', label: AWAY_LABEL.startsOn, hint: AWAY_HINT.startsOn }),
      dayField({ name: 'endsOn', label: AWAY_LABEL.endsOn }),
      note(awayText.whoSees),
    ],
    person === undefined ? {} : { personId: person.id },
  );

const days = ({ startsOn, endsOn }: AwayPeriod): readonly [string, string] => [
  printDayWithWeekday(startsOn),
  printDayWithWeekday(endsOn),
];

/** What the form becomes: what was entered, with the way back. */
export const awayRegistered = ({ period, name }: RegisteredAway): ModalView =>
  form(DONE_TITLE.registered, 'away.registered', null, [
    paragraph(awayText.registered(name, ...days(period))),
    ...buttons('away', [button('away.cancel', AWAY_BUTTON.cancel, period.id)]),
  ]);

/** After 取り消す. */
export const awayCancelled = (period: AwayPeriod): SlackMessage =>
  doneMessage('cancelled', awayText.cancelled(...days(period)));

/** The Home tab shows at most this many periods. */
const MOST_PERIODS = 5;

const others = (count: number): readonly KnownBlock[] =>
  count > MOST_PERIODS ? [note(awayText.others(count - MOST_PERIODS))] : [];

/** One's own periods on the Home tab, each with 取り消す. */
export const ownAwayPart = ({ own }: AwayList): readonly KnownBlock[] =>
  own.length === 0
    ? []
    : [
        header(awayText.ownTitle),
        ...own.slice(0, MOST_PERIODS).map(
          (period): KnownBlock => ({
            ...paragraph(awayText.period(...days(period))),
            accessory: button('away.cancel', AWAY_BUTTON.cancel, period.id),
          }),
        ),
        ...others(own.length),
      ];

/** Who else is or will be away, for the secretariat. */
export const othersAwayPart = (list: AwayList): readonly KnownBlock[] =>
  list.others.length === 0
    ? []
    : [
        header(awayText.othersTitle),
        paragraph(
          list.others
            .slice(0, MOST_PERIODS)
            .map(({ period, name }) => awayText.ofPerson(name, ...days(period)))
            .join('\n'),
        ),
        ...others(list.others.length),
      ];
