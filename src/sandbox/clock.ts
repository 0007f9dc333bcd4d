/** The machine's time: signatures need it whatever the practice clock says, and it is the clock when none is given. */
export const machineTime = (): Date => new Date();

/** A clock that goes on with the machine's and can be set forward. */
export type SandboxClock = {
  readonly now: () => Date;
  /** Sets it to `moment`; one that has passed changes nothing. */
  readonly advanceTo: (moment: Date) => void;
};

export const createSandboxClock = (machine: () => Date = machineTime): SandboxClock => {
  let ahead = 0;
  const now = (): Date => new Date(machine().getTime() + ahead);
  return {
    now,
    advanceTo: (moment) => {
      ahead += Math.max(0, moment.getTime() - now().getTime());
    },
  };
};
