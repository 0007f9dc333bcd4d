import { answerBodies } from './body.ts';
import { answerHelp } from './help.ts';
import type { CommandRequest, HandlerDeps } from './types.ts';

/** `/kyodo`: what can be typed, and the settings. */
export const kyodoCommand =
  (deps: HandlerDeps) =>
  async (request: CommandRequest): Promise<void> => {
    const [word] = request.words;
    switch (word?.toLowerCase()) {
      case undefined:
      case 'help':
      case 'ヘルプ':
        return answerHelp(request);
      case 'settings':
      case '設定':
        return answerBodies(deps)(request);
      default:
        return answerHelp(request, word);
    }
  };
