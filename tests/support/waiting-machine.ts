import type { MachineTime } from '../../src/slack/pace.ts';

/** A machine in moved time: its time goes on to the next for whom somebody waits when nothing else is to be done. */
export const createWaitingMachine = (): MachineTime & {
  /** Lets so many milliseconds go by. */
  readonly go: (ms: number) => Promise<void>;
} => {
  let now = 0;
  let waiting: { readonly until: number; readonly wake: () => void }[] = [];
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const one = { until: now + ms, wake: resolve };
        waiting.push(one);
        signal?.addEventListener('abort', () => {
          waiting = waiting.filter((other) => other !== one);
          reject(signal.reason);
        });
      }),
    go: async (ms) => {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = Math.min(...waiting.map(({ until }) => until));
        if (next > end) break;
        now = Math.max(now, next);
        const due = waiting.filter(({ until }) => until <= now);
        waiting = waiting.filter(({ until }) => until > now);
        for (const { wake } of due) {
          wake();
          await settle();
        }
      }
      now = end;
    },
  };
};
