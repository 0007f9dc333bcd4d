import type { KnownBlock } from '@slack/types';
import { drawTrainingPicture } from '../../documents/training-picture.ts';
import type { Actor } from '../../domain/actor.ts';
import { readTrainingLag } from '../../services/training/read-lag.ts';
import { readTrainingNumbers } from '../../services/training/read-numbers.ts';
import {
  TRAINING_LAG_SENDS,
  trainingNumbersText,
  trainingPictureText,
} from '../../texts/training-numbers.ts';
import { trainingLagPart } from '../../views/training/lag.ts';
import { MOST_PROGRAMMES_TOLD, trainingNumbersPart } from '../../views/training/numbers.ts';
import type { Feature, HandlerDeps } from '../types.ts';

/** The numbers with their picture; whatever keeps Slack from taking that, the numbers are told. */
const readNumbers = async (deps: HandlerDeps, actor: Actor): Promise<readonly KnownBlock[]> => {
  const programmes = await readTrainingNumbers(deps, actor);
  if (programmes.length === 0) return [];
  const drawn = programmes.slice(0, MOST_PROGRAMMES_TOLD);
  const pictureFileId = await deps.pictures.idOf({
    // Its words say all that is drawn.
    key: trainingNumbersText.alt(drawn),
    fileName: trainingPictureText.fileName,
    draw: () => drawTrainingPicture(drawn),
  });
  return trainingNumbersPart(programmes, pictureFileId);
};

/** What the secretariat sees of the year's training: whether the promoters' comes late, and the numbers of three years. */
export const trainingNumbersFeature: Feature = {
  noun: 'training',
  home: [
    {
      place: 'due',
      read: async (deps, actor) => trainingLagPart(await readTrainingLag(deps, actor)),
    },
    { place: 'secretariat', read: readNumbers },
  ],
  sends: [{ what: TRAINING_LAG_SENDS, audience: 'secretariat' }],
};
