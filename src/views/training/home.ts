import type { KnownBlock } from '@slack/types';
import type { NamedTraining } from '../../services/training/list-ahead.ts';
import { whenText } from '../../texts/day-text.ts';
import { trainingText } from '../../texts/training.ts';
import { comingPart } from '../occasion/coming-part.ts';

/** これからの研修; no block where there is none. */
export const comingTrainingsPart = (coming: readonly NamedTraining[]): readonly KnownBlock[] =>
  comingPart(
    trainingText.coming,
    coming.map(({ session, name }) =>
      trainingText.comingTraining(name, whenText(session.date), session.place),
    ),
  );
