import type { MachineTime } from './slack/pace.ts';

/** What /readyz tells: whether all is well, and each thing by its name. */
export type Readiness = () => Promise<{ readonly ready: boolean } & Readonly<Record<string, boolean>>>;

type Parts = {
  /** What is looked at anew when somebody asks; one that throws is not well. */
  readonly looks: Readonly<Record<string, () => Promise<boolean>>>;
  /** What is known without looking. */
  readonly known: Readonly<Record<string, () => boolean>>;
};

/** For so long all callers are told of one look. */
const FRESH_MS = 1000;
/** How long a caller waits for a look: the answer comes within 200 ms, with what is known by then. */
const PATIENCE_MS = 150;
/** What has not answered for so long is not well. */
const GIVEN_UP_MS = 2000;

/** One look for all who ask: never two at once. What was well when the bot started counts as well until it was looked at. */
const keptLook = (look: () => Promise<boolean>, machine: MachineTime): (() => Promise<boolean>) => {
  let known = true;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let running: { readonly since: number; readonly done: Promise<void> } | undefined;
  const begin = async (): Promise<void> => {
    known = await look().catch(() => false);
    lookedAt = machine.now();
    running = undefined;
  };
  return async () => {
    const since = machine.now();
    if (running === undefined && since - lookedAt >= FRESH_MS) running = { since, done: begin() };
    if (running !== undefined) await Promise.race([running.done, machine.wait(PATIENCE_MS)]);
    return running !== undefined && machine.now() - running.since >= GIVEN_UP_MS ? false : known;
  };
};

/** Answers from what is known, within 200 ms, however many ask and whatever hangs. */
export const createReadiness = ({ looks, known }: Parts, machine: MachineTime): Readiness => {
  const kept = Object.entries(looks).map(([name, look]) => [name, keptLook(look, machine)] as const);
  return async () => {
    const looked = await Promise.all(kept.map(async ([name, look]) => [name, await look()] as const));
    const all = [...looked, ...Object.entries(known).map(([name, isWell]) => [name, isWell()] as const)];
    return { ready: all.every(([, isWell]) => isWell), ...Object.fromEntries(all) };
  };
};
