import { instantInTokyo, type LocalDate } from '../calendar/local-date.ts';
import { groupBy } from '../group-by.ts';
import { targetRef } from '../inquiry/target.ts';
import { whoIsAwayOn } from '../person/away.ts';
import { isReachable } from '../person/person.ts';
import { atOnce, type Steps } from '../pieces.ts';
import { holdsOn } from '../promoter/appointment.ts';
import { planActions } from './action-items.ts';
import {
  planDeactivated,
  planGuides,
  planHeld,
  planPreparations,
  planReports,
  planVideos,
} from './duties.ts';
import { planInquiries } from './inquiries.ts';
import type { MorningPlan, MorningWorld } from './morning.ts';
import type { Window } from './obligation.ts';
import { type Planning, startPlanning } from './planning.ts';
import { planWrittenMeetings, planWrittenResults } from './written-meetings.ts';

/** Everything that mornings ask or tell of. */
export const planParts = function* (planning: Planning): Steps<void> {
  for (const plan of [
    planInquiries,
    planWrittenMeetings,
    planActions,
    planReports,
    planVideos,
    planGuides,
    planHeld,
    planWrittenResults,
    planPreparations,
    planDeactivated,
  ])
    yield* plan(planning);
};

/**
 * Plans the morning of `window.day`: one message for each person with everything that falls on it, made up for since the last
 * morning that was. Who is 不在 gets nothing until they are back.
 */
export const planMorningInSteps = function* (world: MorningWorld, window: Window): Steps<MorningPlan> {
  const { planning, result } = startPlanning(world, window);
  yield* planParts(planning);
  for (const { slackId, line } of world.unsent) {
    planning.mention(slackId, line, [window.day]);
    yield;
  }
  return result();
};

/** The same at once. */
export const planMorning = (world: MorningWorld, window: Window): MorningPlan =>
  atOnce(planMorningInSteps(world, window));

/** 役割のご案内 that leave on a morning, and those that wait: whose person Slack does not reach, or who is 不在. */
export const guidesOn = (
  { appointments, away }: Pick<MorningWorld, 'appointments' | 'away'>,
  day: LocalDate,
) => {
  const wanting = appointments.filter(
    (one) => one.guideWanted && one.guidePlannedAt === null && holdsOn(one, day),
  );
  const reached = wanting.filter(({ person }) => isReachable(person));
  const awayToday = whoIsAwayOn(away, day);
  const sent = reached.filter(({ person }) => !awayToday.has(person.id));
  return { sent, withoutSlack: wanting.length - reached.length, away: reached.length - sent.length };
};

/** The world after a morning was sent: what is known then when the next is planned, if nobody does anything meanwhile. */
export const afterMorning = (world: MorningWorld, { day, told, heldAsked }: MorningPlan): MorningWorld => {
  const newlyTold = groupBy(told, targetRef);
  const asked = new Set(heldAsked.map(({ id }) => id));
  const guided = new Set(guidesOn(world, day).sent.map(({ id }) => id));
  return {
    ...world,
    unsent: [],
    held: world.held.filter(({ id }) => !asked.has(id)),
    appointments: world.appointments.map((one) =>
      guided.has(one.id) ? { ...one, guidePlannedAt: instantInTokyo(day, '09:00') } : one,
    ),
    inquiries: world.inquiries.map((inquiry) => ({
      ...inquiry,
      targets: inquiry.targets.map((target) => {
        const more = newlyTold.get(targetRef(target)) ?? [];
        return more.length === 0
          ? target
          : {
              ...target,
              told: new Map([...target.told, ...more.map(({ slackId }) => [slackId, day] as const)]),
            };
      }),
    })),
  };
};
