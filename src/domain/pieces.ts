/** How long work is divided, so that others get their turn. */
export type Pieces = {
  /** How many rows are read at once. */
  readonly rows: number;
  /** After every piece, some of which are tiny: lets others go first, unless that was done a moment ago. */
  readonly giveWay: () => Promise<void>;
};

/** Where nobody else is there to wait. */
export const HARDLY_DIVIDED: Pieces = { rows: 10_000, giveWay: () => Promise.resolve() };

/** Work that can rest after each of its steps. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps without a rest. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
