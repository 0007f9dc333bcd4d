import type { KnownBlock } from '@slack/types';
import { printTrainingDate } from '../domain/training.ts';
import type { NamedTraining } from '../services/list-trainings-ahead.ts';
import { MEETING_BUTTON } from '../texts/meeting.ts';
import { trainingText } from '../texts/training.ts';
import { button, header, note, paragraph } from './blocks.ts';
import { comingPart } from './coming-part.ts';
import { whenText } from './day-text.ts';

/** これからの研修; no block where there is none. */
export const comingTrainingsPart = (coming: readonly NamedTraining[]): readonly KnownBlock[] =>
  comingPart(
    trainingText.coming,
    coming.map(({ session, name }) =>
      trainingText.comingTraining(name, whenText(session.date), session.place),
    ),
  );

/** So many records the Home tab offers to confirm. */
const MOST = 5;

/** What waits for 確認する, with its button; no block where nothing does. */
export const trainingsToConfirmPart = (waiting: readonly NamedTraining[]): readonly KnownBlock[] =>
  waiting.length === 0
    ? []
    : [
        header(trainingText.toConfirm),
        ...waiting.slice(0, MOST).map(
          ({ session, name }): KnownBlock => ({
            ...paragraph(`${name}\n${printTrainingDate(session)}`),
            accessory: button('training.confirm', MEETING_BUTTON.confirm, session.id),
          }),
        ),
        ...(waiting.length > MOST ? [note(trainingText.toConfirmOthers(waiting.length - MOST))] : []),
      ];
