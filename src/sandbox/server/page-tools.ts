import { z } from 'zod';
import type { SandboxClock } from '../clock.ts';
import { ANY, type Fault, type Faults } from '../faults.ts';
import type { Forward } from '../forward.ts';
import { checkMessage, checkView } from '../gate/gate.ts';
import type { SocketSide } from '../transport/socket.ts';
import type { Wire } from '../wire.ts';
import type { JsonObject } from '../workspace/shapes.ts';
import type { PagePosts, PageReply } from './page-reply.ts';

/** What only a practice workspace has: the wire laid open, faults on demand, and a clock that can be set forward. */
export type PageTools = SharedTools & { readonly faults: Faults; readonly wire: Wire };

/** Those that all workspaces of a server share. */
export type SharedTools = {
  readonly socket: () => Pick<SocketSide, 'connections' | 'cut' | 'refresh'>;
  readonly time?: { readonly clock: SandboxClock; readonly forward: Forward };
};

/** What may go wrong with the next call of the bot, by the name the page has for it. */
const FAULTS = {
  busy: { rateLimited: 5 },
  broken: { status: 500 },
  silent: { hang: true },
  cut: { cutAfter: true },
} as const satisfies Readonly<Record<string, Fault>>;

const MOST_AHEAD_MS = 400 * 24 * 60 * 60 * 1000;

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u;
const ClockWanted = z.object({ to: z.union([z.literal('next-morning'), z.string().regex(LOCAL)]) });
const FaultWanted = z.object({
  fault: z.enum(['busy', 'broken', 'silent', 'cut']),
  method: z
    .enum(['chat.postMessage', 'chat.update', 'views.open', 'views.update', 'views.publish', ANY])
    .default('chat.postMessage'),
});
const ConnectionWanted = z.object({ connection: z.enum(['cut', 'refresh']) });
const Checked = z.object({ surface: z.enum(['message', 'view']), payload: z.looseObject({}) });

/** The clock as the page shows it, what it says and where it is on its way to, and how many sockets are open. */
export const toolState = ({ time, socket }: SharedTools): JsonObject => ({
  sockets: socket().connections(),
  ...(time === undefined
    ? {}
    : {
        clock: {
          now: time.clock.now().getTime(),
          target: time.forward.target()?.getTime() ?? null,
        },
      }),
});

const setForward = ({ time }: PageTools, body: JsonObject): PageReply => {
  if (time === undefined) return { ok: false, problem: 'この練習用ワークスペースの時計は進められません。' };
  const { to } = ClockWanted.parse(body);
  const now = time.clock.now();
  const target = to === 'next-morning' ? time.forward.nextMorning() : new Date(`${to}:00+09:00`);
  if (Number.isNaN(target.getTime()) || target <= now || target.getTime() - now.getTime() > MOST_AHEAD_MS)
    return { ok: false, problem: '今より後で、400日以内の日時を指定してください。' };
  return time.forward.to(target) ? { ok: true } : { ok: false, problem: '時計を進めているところです。' };
};

/** What the page may ask of the tools. */
export const toolPosts = (tools: PageTools): PagePosts => ({
  clock: async (_line, body) => setForward(tools, body),
  fault: async (_line, body) => {
    const { fault, method } = FaultWanted.parse(body);
    tools.faults.next(method, FAULTS[fault]);
    return { ok: true };
  },
  connection: async (_line, body) => {
    const { connection } = ConnectionWanted.parse(body);
    if (tools.socket().connections() === 0)
      return { ok: false, problem: 'ボットはSocket Modeでつながっていません。' };
    tools.socket()[connection]();
    return { ok: true };
  },
  check: async (_line, body) => {
    const { surface, payload } = Checked.parse(body);
    const errors = surface === 'message' ? checkMessage(payload) : checkView(payload);
    return { ok: true, errors: errors.map(({ message }) => message) };
  },
});
