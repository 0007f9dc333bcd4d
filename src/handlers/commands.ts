import type { CommandRequest, Feature, Handler, HandlerDeps, Subcommand } from './types.ts';

/** The subcommands of every command, gathered over the features. */
export const gatherCommands = (features: readonly Feature[]): ReadonlyMap<string, readonly Subcommand[]> => {
  const commands = new Map<string, readonly Subcommand[]>();
  for (const feature of features)
    for (const [command, subcommands] of Object.entries(feature.commands ?? {}))
      commands.set(command, [...(commands.get(command) ?? []), ...subcommands]);
  return commands;
};

/** What Slack shows beside a command while it is typed, e.g. [一覧 年度 | 開催なし]. */
export const hintOf = (subcommands: readonly Subcommand[]): string => {
  const typed = subcommands.flatMap(({ words: [word], argument }) =>
    word === undefined ? [] : [argument === undefined ? word : `${word} ${argument}`],
  );
  return `[${typed.join(' | ')}]`;
};

const isCalled = ({ words }: Subcommand, typed: string | undefined): boolean =>
  typed === undefined ? words.length === 0 : words.includes(typed.toLowerCase());

/**
 * Hands a command to the subcommand that was typed. An unknown word, or none where the command has no meaning alone, goes
 * to `otherwise`, which answers with help.
 */
export const dispatch =
  (
    subcommands: readonly Subcommand[],
    otherwise: (deps: HandlerDeps, request: CommandRequest, unknownWord?: string) => Promise<void>,
  ): Handler<CommandRequest> =>
  (deps) =>
  async (request) => {
    const [word, ...words] = request.words;
    const called = subcommands.find((subcommand) => isCalled(subcommand, word));
    await (called === undefined
      ? otherwise(deps, request, word)
      : called.handle(deps)({ ...request, words }));
  };
