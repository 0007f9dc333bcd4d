import type { Config } from '../config.ts';
import { dryRunOf } from '../db/dry-run.ts';
import { instantInTokyo, readLocalDate } from '../domain/calendar/local-date.ts';
import { printMoment } from '../domain/calendar/moment.ts';
import type { Clock } from '../domain/clock.ts';
import { runOf } from '../domain/delivery/run-report.ts';
import { JOBS } from '../jobs/jobs.ts';
import { heldMessagesText } from '../texts/held-messages.ts';
import { jobText } from '../texts/job.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { withRecord } from './record.ts';
import { accessOf, channelsOf, messageLine, peopleOf, workspaceOf } from './workspace.ts';

export type JobOptions = { readonly at?: string; readonly dryRun?: boolean; readonly workspace?: string };

const LOCAL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?$/u;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;

/** Reads an ISO time; one without an offset is Japan's. Undefined for anything else. */
export const readMoment = (text: string): Date | undefined => {
  const [, day = '', time = ''] = LOCAL.exec(text) ?? [];
  const local = readLocalDate(day);
  if (local !== undefined)
    return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time) ? instantInTokyo(local, time) : undefined;
  const [date = ''] = text.split('T', 1);
  if (!WITH_OFFSET.test(text) || readLocalDate(date) === undefined) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
};

/** `job NAME --at TIME [--dry-run]`: runs one job as of that moment, or says what it would do. */
export const job = async (
  config: Config,
  name: string,
  { at, dryRun = false, workspace }: JobOptions,
): Promise<void> => {
  const called = JOBS.find((each) => each.name === name);
  if (called === undefined) {
    const names = JOBS.map((each) => each.name);
    throw new CommandEnd(EXIT.usage, jobText.unknown(name, names));
  }
  const asked = at === undefined ? undefined : readMoment(at);
  if (at !== undefined && asked === undefined) throw new CommandEnd(EXIT.usage, jobText.unreadable(at));
  await withRecord(config, workspace, async (opened) => {
    const { db, clock: present, workspaceId } = opened;
    const now = asked ?? present.now();
    const clock: Clock = { now: () => now };
    const when = printMoment(now);
    const record = db.record(workspaceId);
    const held = await record.restorations.held();
    // No job is due there, and what one planned would leave at once.
    if (held !== undefined)
      throw new CommandEnd(EXIT.refused, heldMessagesText.waits(printMoment(held.asOf)));
    const slot = called.slotAt(now, await record.settings.read());
    if (slot === undefined) return say(jobText.notDue(name, when));
    const dry = dryRunOf(db);
    const access = await accessOf(config, opened);
    const people = peopleOf(config, access, clock, name);
    const workspace = workspaceOf(config, access, workspaceId);
    const channels = channelsOf(config, access, name);
    const deps = { db: dryRun ? dry.db : db, clock, people, channels, workspace };
    const counts = await called.run(deps, workspaceId, runOf(name, slot));
    say(dryRun ? jobText.wouldDo(name, when) : jobText.done(name, when));
    for (const [what, count] of Object.entries(counts)) say(jobText.count(name, what, count));
    if (!dryRun) return say(jobText.leaves);
    if (dry.planned.length === 0) return say(jobText.sendsNothing);
    say(jobText.sends);
    for (const delivery of dry.planned) say(await messageLine(record, delivery));
  });
};
