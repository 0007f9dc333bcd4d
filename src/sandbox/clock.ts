/** The machine's time: signatures need it whatever the practice clock says, and it is the clock when none is given. */
export const machineTime = (): Date => new Date();
