import { trusted } from '../../domain/actor.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import type { PlannedDelivery } from '../../domain/delivery/delivery.ts';
import { lapsedSince } from '../../domain/morning/lapse.ts';
import type { MorningMessage, MorningPlan } from '../../domain/morning/morning.ts';
import { planMorningInSteps } from '../../domain/morning/plan.ts';
import { joinParts } from '../../domain/parts.ts';
import { HARDLY_DIVIDED, type Pieces, type Steps } from '../../domain/pieces.ts';
import { succeed } from '../../domain/result.ts';
import { calendarOf } from '../../domain/settings.ts';
import { subjectOf } from '../../domain/subject.ts';
import { readMorningWorld } from '../../queries/morning/world.ts';
import { type SecretariatDeps, secretariatOf } from '../secretariat.ts';
import type { ServiceDeps } from '../service-deps.ts';

type MorningDeps = ServiceDeps & SecretariatDeps & { readonly pieces?: Pieces };

/** What a morning's run counts: messages planned, and people who are not told, by reason. */
export type MorningCounts = { readonly messages: number } & MorningPlan['skipped'];

/** Thousands may be told at once; nobody waits for it. */
const PLAN_WITHIN_MS = 120_000;

/** Does the steps of long work, and lets others go first between them. */
const inPieces = async <T>(steps: Steps<T>, { giveWay }: Pieces): Promise<T> => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await giveWay();
  }
};

/** The morning message to one person: one a day, whatever plans it. */
const deliveryOf = ({ slackId, lines }: MorningMessage, day: LocalDate, run: string): PlannedDelivery => ({
  key: joinParts('daily', slackId, day),
  kind: 'morning',
  recipient: slackId,
  subject: subjectOf('morning', day),
  run,
  lines,
});

/**
 * Plans this morning's messages, one for each person who owes something or is to know something, and keeps who was told of
 * what. Mornings that were missed are made up for, and so are messages of an earlier one that never left. `run` is what its
 * report counts by.
 */
export const planMorningMessages = async (
  deps: MorningDeps,
  workspaceId: string,
  run: string,
): Promise<MorningCounts> => {
  const { clock, db, pieces = HARDLY_DIVIDED } = deps;
  const at = clock.now();
  const today = todayInTokyo(at);
  const record = db.record(workspaceId);
  const settings = await record.settings.read();
  const secretariat = await secretariatOf(deps, settings);
  const last = await record.jobSlots.lastDay('remind', today);
  const after = last ?? calendarOf(settings).addWorkingDays(today, -1);
  const actor = trusted(workspaceId, 'job:remind', 'job');
  const act = { actor, action: 'plan-morning', at, withinMs: PLAN_WITHIN_MS } as const;
  const planned = await db.act<MorningCounts, never>(act, async (acting) => {
    const world = await readMorningWorld(acting, { after, first: today, last: today }, secretariat, pieces);
    const window = { after, day: today };
    const { messages, told, heldAsked, skipped } = await inPieces(planMorningInSteps(world, window), pieces);
    const unsent = await acting.morningLines.unsentOf(after, today);
    await acting.deliveries.supersede([...new Set(unsent.map(({ deliveryId }) => deliveryId))]);
    await acting.deliveries.planAll(
      messages.map((message) => deliveryOf(message, today, run)),
      at,
    );
    await acting.deliveries.refreshLines(await inPieces(lapsedSince(world, window), pieces));
    await acting.inquiryTargets.tell(told, today);
    for (const { kind, id } of heldAsked)
      await (kind === 'held-meeting' ? acting.meetings : acting.trainings).markHeldAsked(id, at);
    if (messages.length > 0)
      await acting.audit({
        subject: subjectOf('morning', today),
        after: { messages: messages.length, ...skipped },
      });
    return succeed({ messages: messages.length, ...skipped });
  });
  if (!planned.ok) throw new Error('a morning that may not be planned');
  return planned.value;
};
