import { isSecretariat } from '../domain/permission.ts';
import { helpMessage } from '../views/help.ts';
import type { CommandRequest } from './types.ts';

/** What can be typed; after an unknown word, naming it. */
export const answerHelp = async (
  { actor, answer }: Pick<CommandRequest, 'actor' | 'answer'>,
  unknownWord?: string,
): Promise<void> => answer(helpMessage(isSecretariat(actor), unknownWord));
