import type { ContextBlock } from '@slack/types';
import type { TrainingBefore, TrainingChange } from '../../domain/training/history.ts';
import { historyText } from '../../texts/history.ts';
import { AUDIENCE_WORD, TRAINING_LABEL, TRAINING_WAY_WORD, trainingText } from '../../texts/training.ts';
import { changeLine } from '../occasion/change-line.ts';

const given = (is: boolean): string => (is ? trainingText.given : trainingText.notGiven);

const beforeText = (before: TrainingBefore): string => {
  const { name, printed, way, audience, headCount, reception, printedTogether } = before;
  return [
    ...(printed === undefined ? [] : [printed]),
    ...(name === undefined ? [] : [`${TRAINING_LABEL.programme} ${name}`]),
    ...(way === undefined ? [] : [`${TRAINING_LABEL.way} ${TRAINING_WAY_WORD[way]}`]),
    ...(audience === undefined ? [] : [`${TRAINING_LABEL.audience} ${AUDIENCE_WORD[audience]}`]),
    ...(before.invitees === true ? [trainingText.inviteesChanged] : []),
    ...(headCount === undefined ? [] : [`${TRAINING_LABEL.headCount} ${headCount ?? historyText.empty}`]),
    ...(reception === undefined ? [] : [`${TRAINING_LABEL.reception} ${given(reception)}`]),
    ...(printedTogether === undefined ? [] : [`${TRAINING_LABEL.printedTogether} ${given(printedTogether)}`]),
    ...(before.contents === true ? [trainingText.contentsChanged] : []),
  ].join('、');
};

/** One line of これまでの変更. */
export const trainingChangeLine = (change: TrainingChange): ContextBlock =>
  changeLine(change, beforeText(change.before));
