import { helpMessage } from '../views/help.ts';
import type { CommandRequest } from './types.ts';

/** What can be typed; after an unknown word, naming it. */
export const answerHelp = async (
  { answer }: Pick<CommandRequest, 'answer'>,
  unknownWord?: string,
): Promise<void> => answer(helpMessage(unknownWord));
