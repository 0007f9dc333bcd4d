import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import type { Lag, TrainingLag } from '../../domain/training/lag.ts';
import type { LaggingYear } from '../../services/training/read-lag.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { TRAINING_BUTTON, trainingLagText, trainingText } from '../../texts/training.ts';
import { trainingLagHomeText } from '../../texts/training-numbers.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';

/** How long promoters waited: 39日, 約9か月. */
export const lagText = ({ unit, count }: Lag): string =>
  unit === 'days' ? trainingLagText.days(count) : trainingLagText.months(count);

/** At most this many sessions are named. */
const MOST = 10;

/** Every session with how long the promoters wait for it; no block where there is none. */
const trainingLines = (trainings: TrainingLag['trainings']): readonly KnownBlock[] =>
  trainings.length === 0
    ? []
    : [
        paragraph(
          trainings
            .slice(0, MOST)
            .map(({ printed, lag }) => trainingLagText.training(printed, lagText(lag)))
            .join('\n'),
        ),
      ];

/** 研修日程の確認のお願い, to the secretariat; once the date is in the first half of the year it says so. */
export const trainingLagMessage = ({
  year,
  trainings,
  isLagging,
  contact,
}: Extract<DeliveryContent, { readonly kind: 'training-lag' }>): SlackMessage => {
  const label = printFiscalYear(year);
  const waiting = trainings.length === 0 ? trainingLagText.noDate(label) : trainingLagText.late(label);
  return {
    text: trainingLagText.title,
    blocks: [
      header(trainingLagText.title),
      paragraph(isLagging ? waiting : trainingLagText.settled(label)),
      ...trainingLines(trainings),
      ...buttons('training-lag', [
        button('training.open', TRAINING_BUTTON.record, 'new', 'primary'),
        button('training-list.open', TRAINING_BUTTON.list, 'new'),
      ]),
      note(trainingText.contact(contact)),
    ],
  };
};

const homeSentence = ({ year, trainings, isPastHalf }: LaggingYear): string => {
  const label = printFiscalYear(year);
  if (isPastHalf)
    return trainings.length === 0
      ? trainingLagHomeText.stillNoDate(label)
      : trainingLagHomeText.wasLate(label);
  return trainings.length === 0 ? trainingLagText.noDate(label) : trainingLagText.late(label);
};

/** The same on the Home tab, which has its button already; no block where nothing lags. */
export const trainingLagPart = (lagging: LaggingYear | undefined): readonly KnownBlock[] =>
  lagging === undefined
    ? []
    : [
        header(trainingLagHomeText.title),
        paragraph(homeSentence(lagging)),
        ...trainingLines(lagging.trainings),
      ];
