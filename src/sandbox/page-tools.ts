import { z } from 'zod';
import type { SandboxClock } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import type { Forward } from './forward.ts';
import type { Line } from './line.ts';
import type { JsonObject } from './shapes.ts';

/** What only a practice workspace has: a clock that can be set forward, and faults on demand. */
export type PageTools = {
  readonly faults: Faults;
  readonly time?: { readonly clock: SandboxClock; readonly forward: Forward };
};

type Reply = JsonObject & { readonly ok: boolean };

/** What may go wrong with the next message of the bot, by the name the page has for it. */
const FAULTS: Readonly<Record<string, Fault>> = {
  busy: { rateLimited: 5 },
  broken: { status: 500 },
  silent: { hang: true },
  cut: { cutAfter: true },
};

const MOST_AHEAD_MS = 400 * 24 * 60 * 60 * 1000;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
const ClockWanted = z.object({ to: z.union([z.literal('next-morning'), z.string().regex(LOCAL)]) });
const FaultWanted = z.object({ fault: z.enum(['busy', 'broken', 'silent', 'cut']) });

/** The clock as the page shows it: what it says, and where it is on its way to. */
export const toolState = ({ time }: PageTools): JsonObject =>
  time === undefined
    ? {}
    : {
        clock: {
          now: time.clock.now().getTime(),
          target: time.forward.target()?.getTime() ?? null,
        },
      };

const setForward = ({ time }: PageTools, body: JsonObject): Reply => {
  if (time === undefined) return { ok: false, problem: 'この練習用ワークスペースの時計は進められません。' };
  const { to } = ClockWanted.parse(body);
  const now = time.clock.now();
  const target = to === 'next-morning' ? time.forward.nextMorning() : new Date(`${to}:00+09:00`);
  if (Number.isNaN(target.getTime()) || target <= now || target.getTime() - now.getTime() > MOST_AHEAD_MS)
    return { ok: false, problem: '今より後で、400日以内の日時を指定してください。' };
  return time.forward.to(target) ? { ok: true } : { ok: false, problem: '時計を進めているところです。' };
};

/** What the page may ask of the tools. */
export const toolPosts = (
  tools: PageTools,
): Readonly<Record<string, (line: Line, body: JsonObject) => Promise<Reply>>> => ({
  clock: async (_line, body) => setForward(tools, body),
  fault: async (_line, body) => {
    const fault = FAULTS[FaultWanted.parse(body).fault];
    if (fault !== undefined) tools.faults.next('chat.postMessage', fault);
    return { ok: true };
  },
});
