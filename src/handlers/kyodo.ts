import { kindsOf } from '../domain/permission.ts';
import { KYODO } from '../texts/help.ts';
import { helpMessage } from '../views/help.ts';
import { menuMessage } from '../views/home.ts';
import { gatherCommands } from './commands.ts';
import { openersFor, readParts } from './home.ts';
import type { Asked, Feature, HandlerDeps } from './types.ts';

/** What can be typed and what the bot sends; after an unknown word, naming it. */
export const answerHelp =
  (features: readonly Feature[]) =>
  async (_deps: HandlerDeps, { actor, answer }: Asked, unknownWord?: string): Promise<void> => {
    const commands = [...gatherCommands(features)].flatMap(([command, subcommands]) =>
      subcommands.map(({ words, argument, audience, does }) => ({
        typed: [command, words[0], argument].filter((part) => part !== undefined).join(' '),
        audience,
        does,
      })),
    );
    const sends = features.flatMap((feature) => feature.sends ?? []);
    await answer(helpMessage({ commands, sends }, kindsOf(actor), openersFor(features, actor), unknownWord));
  };

/** `/kyodo` alone: what I owe, what is coming, a button for every form I may open. */
const answerMenu =
  (features: readonly Feature[]) =>
  async (deps: HandlerDeps, { actor, answer }: Asked): Promise<void> => {
    const parts = await readParts(features, ['owed', 'coming'], deps, actor);
    await answer(menuMessage(parts, openersFor(features, actor)));
  };

/** `/kyodo` and its help, which speak of all `others`. */
export const createKyodoFeature = (others: readonly Feature[]): Feature => {
  const all = (): readonly Feature[] => [kyodo, ...others];
  const kyodo: Feature = {
    noun: 'general',
    commands: {
      '/kyodo': [
        {
          words: [],
          audience: 'all',
          does: KYODO.menu,
          handle: (deps) => (request) => answerMenu(all())(deps, request),
        },
        {
          words: ['ヘルプ', 'help'],
          audience: 'all',
          does: KYODO.help,
          handle: (deps) => (request) => answerHelp(all())(deps, request),
        },
      ],
    },
    buttons: { 'kyodo.menu': (deps) => (request) => answerMenu(all())(deps, request) },
  };
  return kyodo;
};
