/** The machine's time: signatures need it whatever the practice clock says, and it is the clock when none is given. */
export const machineTime = (): Date => new Date();

/** A clock that goes on with the machine's and can be set forward. */
export type SandboxClock = {
  readonly now: () => Date;
  /** Sets it to `moment`, and waits until that is kept; one that has passed changes nothing. */
  readonly advanceTo: (moment: Date) => Promise<void>;
};

/** Where a clock stands, in milliseconds before the machine's. */
type Standing = {
  readonly ahead: number;
  /** Keeps how far it is ahead from now on, for whoever reads the same clock elsewhere. */
  readonly keep: (ahead: number) => Promise<void>;
};

export const createSandboxClock = (
  machine: () => Date = machineTime,
  { ahead: begun, keep }: Standing = { ahead: 0, keep: async () => undefined },
): SandboxClock => {
  let ahead = begun;
  const now = (): Date => new Date(machine().getTime() + ahead);
  return {
    now,
    advanceTo: async (moment) => {
      const more = moment.getTime() - now().getTime();
      if (more <= 0) return;
      ahead += more;
      await keep(ahead);
    },
  };
};
