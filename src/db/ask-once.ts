/** What the answers that are kept have in common: they are forgotten together. */
export type Memory = {
  /** Whoever keeps answers says here how they are forgotten. */
  readonly whenForgotten: (forget: () => void) => void;
  /** An answer that is kept while it is awaited already. One that fails is no answer: everything is forgotten with it. */
  readonly keep: <Answer>(answer: Promise<Answer>) => Promise<Answer>;
  readonly forgetAll: () => void;
};

export const createMemory = (): Memory => {
  const forgets: (() => void)[] = [];
  const forgetAll = (): void => {
    for (const forget of forgets) forget();
  };
  return {
    whenForgotten: (forget) => void forgets.push(forget),
    keep: (answer) => {
      answer.catch(forgetAll);
      return answer;
    },
    forgetAll,
  };
};

/** Questions of one request, each asked once: an answer is kept until it is forgotten, for all who ask the same. */
export const askOnce = <Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  { whenForgotten, keep }: Memory,
): ((...asked: Asked) => Promise<Answer>) => {
  const answers = new Map<string, Promise<Answer>>();
  whenForgotten(() => answers.clear());
  return (...asked) => {
    const question = JSON.stringify(asked);
    const answer = answers.get(question) ?? keep(ask(...asked));
    answers.set(question, answer);
    return answer;
  };
};

/** Gathers what is asked at the same moment into one question; everybody is given the whole answer. */
export const createGathering = <Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<Answer>,
): ((question: Question) => Promise<Answer>) => {
  let gathering: { readonly questions: Question[]; readonly answer: Promise<Answer> } | undefined;
  const begin = (): NonNullable<typeof gathering> => {
    const questions: Question[] = [];
    const answer = new Promise((resolve) => setImmediate(resolve)).then(() => {
      gathering = undefined;
      return ask(questions);
    });
    return { questions, answer };
  };
  return (question) => {
    gathering ??= begin();
    gathering.questions.push(question);
    return gathering.answer;
  };
};

/**
 * Answers by key, each asked for once and those of one moment together. E.g. two parts of the Home tab that ask for the
 * trainings of 2026 and of 2027 ask the database once. `ask` gives the answers in the order of the keys.
 */
export const askTogether = <Key extends string | number, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
  memory: Memory,
): ((key: Key) => Promise<Answer>) => {
  const gather = createGathering<Key, ReadonlyMap<Key, Answer>>(async (keys) => {
    const answers = await ask(keys);
    return new Map(
      keys.flatMap((key, index) => {
        const answer = answers[index];
        return answer === undefined ? [] : [[key, answer] as const];
      }),
    );
  });
  const once = askOnce(async (key: Key): Promise<Answer> => {
    const answers = await gather(key);
    const answer = answers.get(key);
    if (answer === undefined) throw new Error(`no answer about ${key}`);
    return answer;
  }, memory);
  // Of what `map` and the like hand over, the key alone is the question.
  return (key) => once(key);
};

/** Rows that are in some states: each state is asked for once and those of one moment together; the rows in `order`. */
export const askByState = <State extends string, Row extends { readonly state: State }>(
  ask: (states: readonly State[]) => Promise<readonly Row[]>,
  order: (one: Row, other: Row) => number,
  memory: Memory,
): ((states: readonly State[]) => Promise<readonly Row[]>) => {
  const ofState = askTogether<State, readonly Row[]>(async (states) => {
    const rows = await ask(states);
    return states.map((wanted) => rows.filter(({ state }) => state === wanted));
  }, memory);
  return async (states) => (await Promise.all(states.map(ofState))).flat().toSorted(order);
};
