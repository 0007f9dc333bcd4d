import type { Actor } from '../domain/actor.ts';
import { nearestOf } from '../domain/nearest-word.ts';
import { kindsOf } from '../domain/permission.ts';
import { AUDIENCE_KINDS, KYODO } from '../texts/help.ts';
import { NOUNS } from '../texts/home.ts';
import { type HelpGroup, helpMessage, unknownWordMessage } from '../views/help.ts';
import { createMenu, openersFor } from './home.ts';
import type { Asked, Audience, CommandRequest, Feature, HandlerDeps, UnknownWord } from './types.ts';

const isFor = (actor: Actor, audience: Audience): boolean =>
  kindsOf(actor).some((kind) => AUDIENCE_KINDS[audience].includes(kind));

/** What this person may type of a feature. */
const commandsFor = ({ commands = {} }: Feature, actor: Actor) =>
  Object.entries(commands).flatMap(([command, subcommands]) =>
    subcommands
      .filter(({ audience }) => isFor(actor, audience))
      .map((subcommand) => ({ command, ...subcommand })),
  );

type MayType = ReturnType<typeof commandsFor>[number];

/** How it is typed, by its first word unless another is told. */
const typedOf = ({ command, words, argument }: MayType, word = words[0]): string =>
  [command, word, argument].filter((part) => part !== undefined).join(' ');

/** What this person can type and is sent, and their buttons. */
const answerHelp =
  (features: readonly Feature[]) =>
  async (_deps: HandlerDeps, { actor, answer }: Asked): Promise<void> => {
    const openers = openersFor(features, actor);
    const groups = NOUNS.map((noun): HelpGroup => {
      const about = features.filter((feature) => feature.noun === noun);
      return {
        noun,
        commands: about
          .flatMap((feature) => commandsFor(feature, actor))
          .map((command) => ({ typed: typedOf(command), does: command.does })),
        sends: about
          .flatMap(({ sends = [] }) => sends.filter(({ audience }) => isFor(actor, audience)))
          .map(({ what }) => what),
        openers: openers.find((group) => group.noun === noun)?.openers ?? [],
      };
    });
    const isEmpty = ({ commands, sends, openers: some }: HelpGroup): boolean =>
      commands.length + sends.length + some.length === 0;
    await answer(helpMessage(groups.filter((group) => !isEmpty(group))));
  };

/**
 * What `command` answers to a word that means nothing after it: the nearest that this person may type, or the name that was
 * probably meant; to no word, the help.
 */
export const answerOtherwise =
  (features: readonly Feature[], command: string) =>
  async (deps: HandlerDeps, request: CommandRequest, unknown?: UnknownWord): Promise<void> => {
    if (unknown === undefined) return answerHelp(features)(deps, request);
    const all = features.flatMap((feature) => commandsFor(feature, request.actor));
    const here = all.filter((each) => each.command === command);
    // The command that was typed comes first: of words as near as each other, its own is meant.
    const known = [...here, ...all.filter((each) => each.command !== command)].flatMap((each) =>
      each.words.map((word) => ({ word, typed: typedOf(each, word), does: each.does })),
    );
    const words = here.flatMap((each) => each.words.slice(0, 1));
    const { word, nameMeant } = unknown;
    const list = here.find(({ look }) => look !== undefined);
    const named =
      nameMeant === undefined || list === undefined
        ? undefined
        : { typed: `${command} ${nameMeant}`, does: list.does };
    await request.answer(unknownWordMessage(word, nearestOf(word, known) ?? named, { command, words }));
  };

/** `/kyodo` alone: what I owe, what is coming, a button for every form I may open. */
const answerMenu =
  (features: readonly Feature[]) =>
  async (deps: HandlerDeps, { actor, answer }: Asked): Promise<void> =>
    answer(await createMenu(features)(deps, actor));

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
