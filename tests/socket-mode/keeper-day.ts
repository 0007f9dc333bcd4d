import type { Connection } from '../../src/socket-mode/connection.ts';
import { createKeeper } from '../../src/socket-mode/keeper.ts';

/** What only a person can mend. */
export const HOPELESS = new Error('invalid_auth');

/** What becomes of a connection, in milliseconds: when it opens or fails, how long after that it is over, and then closed. */
export type Fate = {
  readonly opens?: number;
  readonly fails?: number;
  readonly error?: Error;
  readonly over?: number;
  readonly why?: string;
  readonly closes?: number;
};

/** Time in which nothing passes but what is waited for. */
const createTime = () => {
  let now = 0;
  const waiting: { readonly at: number; readonly go: () => void }[] = [];
  /** Lets everything happen that is due now. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 30; round += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    wait: (ms: number): Promise<void> =>
      new Promise((resolve) => waiting.push({ at: now + ms, go: resolve })),
    passTo: async (end: number): Promise<void> => {
      await settle();
      for (;;) {
        const [next] = waiting.toSorted((one, other) => one.at - other.at);
        if (next === undefined || next.at > end) break;
        waiting.splice(waiting.indexOf(next), 1);
        now = next.at;
        next.go();
        await settle();
      }
      now = end;
    },
  };
};

/** A keeper, and a Slack that receives each connection as `fateOf` says of the first, the second … */
export const createDay = (fateOf: (number: number) => Fate) => {
  const { now, wait, passTo } = createTime();
  const asked: number[] = [];
  const log: string[] = [];
  const there = new Set<Connection>();
  let most = 0;

  const open = (): Connection => {
    const {
      opens = 0,
      fails,
      error = new Error('refused'),
      over,
      why = 'lost',
      closes = 0,
    } = fateOf(asked.length);
    asked.push(now());
    let state: 'new' | 'open' | 'leaving' | 'gone' = 'new';
    let close: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => (close = resolve)).then(() => {
      state = 'gone';
      there.delete(connection);
    });
    const standing = async (): Promise<void> => {
      await wait(fails ?? opens);
      if (fails !== undefined) throw error;
      state = 'open';
    };
    const opened = standing();
    const ending = async (): Promise<string> => {
      await opened.catch(() => undefined);
      if (over === undefined) return new Promise(() => undefined);
      await wait(over);
      state = 'leaving';
      void wait(closes).then(close);
      return why;
    };
    const connection: Connection = {
      opened,
      isOpen: () => state === 'open' || state === 'leaving',
      isLeaving: () => state === 'leaving',
      over: Promise.race([ending(), closed.then(() => 'lost')]),
      closed,
      close: () => close(),
    };
    there.add(connection);
    most = Math.max(most, there.size);
    return connection;
  };
  const note = (...words: unknown[]): void => void log.push(words.map(String).join(' '));
  const keeper = createKeeper({
    open,
    isFinal: (error) => error === HOPELESS,
    describe: String,
    logger: { warn: note, error: note },
    time: { now, wait },
  });
  let start: 'under way' | 'done' | 'given up' = 'under way';
  keeper.start().then(
    () => (start = 'done'),
    () => (start = 'given up'),
  );
  return {
    keeper,
    passTo,
    log,
    /** When connections were asked for. */
    asked,
    start: () => start,
    /** How many serve, and how many there were at most. */
    seen: () => ({ open: [...there].filter(({ isOpen }) => isOpen()).length, most }),
  };
};
