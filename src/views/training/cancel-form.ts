import type { ModalView } from '@slack/types';
import { printTrainingDate } from '../../domain/training/training.ts';
import type { OpenedTraining } from '../../services/training/open.ts';
import { occasionText } from '../../texts/occasion.ts';
import { cancelForm, messagesToChange } from '../occasion/cancel-form.ts';

/** 記録を取り消す of a 研修. */
export const trainingCancelForm = ({ session, name, recorded, messages }: OpenedTraining): ModalView => {
  const { present, partial, absent } = recorded;
  return cancelForm(
    'training.cancel',
    `${name} ${printTrainingDate(session)}`,
    [occasionText.trainingToCancel(present + partial + absent), ...messagesToChange(messages)],
    { sessionId: session.id, revision: session.revision },
  );
};
