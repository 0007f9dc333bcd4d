import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { bundled } from '../src/cli/bundle.mjs';
import { addDays, todayInTokyo } from '../src/domain/calendar/local-date.ts';
import type { Form } from '../src/sandbox/driver/form.ts';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { elementsOf, optionsOf } from '../src/sandbox/workspace/shapes.ts';
import { homeText } from '../src/texts/home.ts';
import type { BareOptions } from './bare-bolt.ts';

/** An app whose turn it may be: the bot, a bare Bolt app, and one that writes the rows before it acknowledges. */
export type Target = {
  readonly name: 'bot' | 'bolt' | 'rows';
  readonly url: string;
  readonly pid: number;
};

/** Milliseconds from a command to its form, and from submitting that to its acknowledgement. */
export type Pair = { readonly opened: number; readonly acknowledged: number };

/** So many pairs one after the other, and so many of that at once. */
export type Load = {
  readonly atOnce: number;
  readonly pairs: number;
  /** Before each pair, for what came of the one before to be out. */
  readonly restMs: number;
  /** By so many people in turn: of who was there a moment ago Slack is not asked anew. */
  readonly among: number;
};

export type Turn = {
  readonly pairs: readonly Pair[];
  /** Commands whose form never came. */
  readonly lost: number;
  /** Until the last was acknowledged, rests included. */
  readonly ms: number;
  /** Milliseconds for which the process had a processor, with all that came of it. */
  readonly processor: number;
  /** Milliseconds from the last acknowledgement until every message and every Home tab was out, and how many never were. */
  readonly allOutAfter: number;
  readonly notOut: number;
};

/** So many days from tomorrow on bear the meetings. */
const DAYS = 100;
/** How long what comes of a turn is waited for: Slack lets a message a second into each channel, and 300 a minute into a workspace. */
const givenUpAfter = (messages: number): number => 20_000 + 1000 * messages;
const LOOK_MS = 20;

/** Starts a bare app in a process of its own. */
export const startBare = async (
  options: BareOptions,
): Promise<{ readonly url: string; readonly pid: number }> => {
  const program = [await bundled('bench/bare-bolt.ts'), JSON.stringify(options)];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const [url]: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  return { url: String(url), pid: child.pid ?? 0 };
};

/** Milliseconds for which a process has had a processor so far. */
const processorOf = (pid: number): number => {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  // The kernel counts hundredths of a second.
  return (user + system) * 10;
};

const TO_COME = /^・.*$/gmu;
const OTHERS = /ほか(\d+)件/u;

/** People of the practice Slack who record meeting after meeting. */
export const createTurns = (slack: Sandbox, everybody: readonly string[]) => {
  let meetings = 0;
  let recorded = 0;

  /** Fills in a meeting that is none of those before, without telling the bot of each choice. */
  const fillIn = (form: Form): void => {
    meetings += 1;
    const firstOf = (name: string) => ({
      selected_option: elementsOf(form.blocks)
        .filter(({ blockId }) => blockId === name)
        .flatMap(({ element }) => optionsOf(element))[0],
    });
    const heldOn = addDays(todayInTokyo(new Date()), 1 + (meetings % DAYS));
    form.force({ bodyId: firstOf('bodyId'), way: firstOf('way'), heldOn, items: `案件${meetings}` });
  };

  /** Undefined when no form came. */
  const pairOf = async (id: string): Promise<Pair | undefined> => {
    const begun = performance.now();
    const typed = await slack.person(id).command('/kyodo-meeting');
    const form = await typed.opened().catch(() => undefined);
    if (form === undefined) return undefined;
    const opened = performance.now() - begun;
    fillIn(form);
    const filled = performance.now();
    const { closed, errors, failed } = await form.submit();
    if (!closed) throw new Error(`not acknowledged: ${failed ?? JSON.stringify(errors)}`);
    return { opened, acknowledged: performance.now() - filled };
  };

  /** How many meetings to come somebody's Home tab tells of. */
  const toComeIn = (id: string): number => {
    const [, section = ''] = (slack.person(id).home?.text ?? '').split(homeText.coming);
    return (section.match(TO_COME) ?? []).length + Number(OTHERS.exec(section)?.[1] ?? 0);
  };

  /** Waits until all messages are there and each Home tab tells of what it must; gives how many are still not. */
  const awaitAllOut = async (homes: ReadonlyMap<string, number>, messages: number): Promise<number> => {
    const missing = (): number =>
      recorded -
      everybody.reduce((sum, id) => sum + slack.messages(id).length, 0) +
      [...homes].filter(([id, least]) => toComeIn(id) < least).length;
    const begun = performance.now();
    while (missing() > 0 && performance.now() - begun < givenUpAfter(messages)) await pause(LOOK_MS);
    return missing();
  };

  return {
    /** Each of them makes pair after pair with one app; then, of the bot, all that comes of it is waited for. */
    take: async ({ name, url, pid }: Target, { atOnce, pairs, restMs, among }: Load): Promise<Turn> => {
      slack.connectHttp({ url });
      let acknowledged = 0;
      let lost = 0;
      /** How many meetings there were at least when the last of somebody's own was written: those before its command, and that one. */
      const homes = new Map<string, number>();
      const processorBefore = processorOf(pid);
      const begun = performance.now();
      const made = await Promise.all(
        Array.from({ length: atOnce }, async (_, lane) => {
          const own: Pair[] = [];
          for (let done = 0; done < pairs; done += 1) {
            await pause(restMs);
            const id = everybody[(lane + done * atOnce) % among] ?? '';
            const before = acknowledged;
            const pair = await pairOf(id);
            if (pair === undefined) lost += 1;
            else {
              own.push(pair);
              acknowledged += 1;
              homes.set(id, before + 1);
            }
          }
          return own;
        }),
      );
      const ended = performance.now();
      if (name === 'bot') recorded += acknowledged;
      const notOut = name === 'bot' ? await awaitAllOut(homes, acknowledged) : 0;
      const allOutAfter = performance.now() - ended;
      const processor = processorOf(pid) - processorBefore;
      return { pairs: made.flat(), lost, ms: ended - begun, processor, allOutAfter, notOut };
    },
  };
};
