import type { CommandRequest, Feature, Handler, HandlerDeps, Subcommand, UnknownWord } from './types.ts';

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
  const typed = subcommands.flatMap(({ words: [word], argument }) => {
    const parts = [word, argument].filter((part) => part !== undefined);
    return parts.length === 0 ? [] : [parts.join(' ')];
  });
  return `[${typed.join(' | ')}]`;
};

/** A word that what belongs to it follows without a space, as in 受付382-945; letters after it make another word. */
const parted = (subcommands: readonly Subcommand[], typed: string): readonly string[] =>
  subcommands
    .filter(({ argument }) => argument !== undefined)
    .flatMap(({ words }) => words)
    .filter((word) => typed.toLowerCase().startsWith(word) && /^\P{L}/u.test(typed.slice(word.length)))
    .map((word) => [word, typed.slice(word.length)])[0] ?? [typed];

const isCalled = ({ words }: Subcommand, typed: string | undefined): boolean =>
  typed === undefined ? words.length === 0 : words.includes(typed.toLowerCase());

/** The subcommand that was typed, if it is one, and what follows it; a word that is none is among `words` still. */
export const calledBy = (
  subcommands: readonly Subcommand[],
  typed: readonly string[],
): { readonly called: Subcommand | undefined; readonly words: readonly string[] } => {
  const [first, ...rest] = typed;
  const isKnown = first === undefined || subcommands.some((subcommand) => isCalled(subcommand, first));
  const [word, ...words] = isKnown ? typed : [...parted(subcommands, first), ...rest];
  const called = subcommands.find((subcommand) => isCalled(subcommand, word));
  if (called !== undefined) return { called, words };
  return { called: subcommands.find(({ takesWords }) => takesWords === true), words: typed };
};

/**
 * Hands a command to the subcommand that was typed, or to the list in which there is what is called so. Any other word, or none
 * where the command has no meaning alone, goes to `otherwise`.
 */
export const dispatch =
  (
    subcommands: readonly Subcommand[],
    otherwise: (deps: HandlerDeps, request: CommandRequest, unknown?: UnknownWord) => Promise<void>,
  ): Handler<CommandRequest> =>
  (deps) =>
  async (request) => {
    const { called, words } = calledBy(subcommands, request.words);
    if (called !== undefined) return called.handle(deps)({ ...request, words });
    const [word] = words;
    if (word === undefined) return otherwise(deps, request);
    const looked = await subcommands.find(({ look }) => look !== undefined)?.look?.(deps)({
      ...request,
      words,
    });
    await (looked?.isFound === true
      ? request.answer(looked.message)
      : otherwise(deps, request, { word, nameMeant: looked?.meant }));
  };
