import type { MachineTime, Pace, PacedCall } from '../../src/slack/pace.ts';

/** Always free, and the pauses that Slack asked for. */
export const createFreePace = (): Pace & { readonly pauses: readonly number[] } => {
  const pauses: number[] = [];
  return {
    take: () => ({ kind: 'turn', giveBack: () => undefined }),
    pause: (ms) => void pauses.push(ms),
    pauses,
  };
};

/** Comes again whenever it is told to, until it has its turn. */
export const haveTurn = async (
  { take }: Pace,
  { wait }: Pick<MachineTime, 'wait'>,
  kind: PacedCall,
  channel?: string,
): Promise<void> => {
  for (let turn = take(kind, channel); turn.kind === 'early'; turn = take(kind, channel))
    await wait(Math.ceil(turn.retryAfterMs));
};
