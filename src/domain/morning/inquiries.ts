import type { LocalDate } from '../calendar/local-date.ts';
import { groupBy } from '../group-by.ts';
import { dueOnOf } from '../inquiry/inquiry.ts';
import { chiefsOf, overseersOf, type Responsible, responsibleFor } from '../inquiry/responsible.ts';
import { targetRef } from '../inquiry/target.ts';
import type { Steps } from '../pieces.ts';
import { subjectOf } from '../subject.ts';
import type { InquiryToPlan, TargetToPlan } from './morning.ts';
import { escalationDay } from './obligation.ts';
import type { Planning } from './planning.ts';

/** How many working days before the due day a 主任 hears that somebody will be away on it. */
export const AWAY_NOTICE = 3;

/** Where matters of people go whom Slack does not reach: counted once each. */
export const noteUnreachable = ({ skip }: Planning, { relation, people }: Responsible): void => {
  if (relation !== 'unreachable') return;
  for (const { id, deactivatedAt } of people)
    skip(deactivatedAt === null ? 'withoutSlack' : 'deactivated', id);
};

/**
 * One of those asked: who hears of it for the first time is asked, or told what was answered; who was told before is reminded
 * on its days. The day on which one first hears of it is no reminder day.
 */
const planTarget = (planning: Planning, inquiry: InquiryToPlan, target: TargetToPlan): void => {
  const { window, responsibles, reminderDays, mention, tell } = planning;
  const responsible = responsibleFor(target, responsibles);
  const dueOn = dueOnOf(inquiry, target);
  const kind = target.isAnswered ? 'inquiry-answered' : 'inquiry';
  const line = { kind, ref: targetRef(target), dueOn } as const;
  if (target.isAnswered && (responsible.relation !== 'own' || target.told.size === 0)) return;
  if (!target.isAnswered) noteUnreachable(planning, responsible);
  const { askedOn } = inquiry;
  const since = target.returned !== null && target.returned.on > askedOn ? target.returned.on : askedOn;
  for (const slackId of responsible.receivers) {
    const toldOn = target.told.get(slackId);
    if (toldOn === undefined) {
      if (mention(slackId, line, [askedOn > window.after ? askedOn : window.day])) tell(target, slackId);
    } else if (!target.isAnswered) {
      const askedLast = toldOn > since ? toldOn : since;
      mention(slackId, line, reminderDays({ kind: 'inquiry', askedOn: askedLast, dueOn }), askedOn);
    }
  }
};

/** Tells the 主任 that somebody will be 不在 on the due day. */
const planAwayOverDue = (
  { world, responsibles, awayOn, mention }: Planning,
  inquiry: InquiryToPlan,
  target: TargetToPlan,
): void => {
  const dueOn = dueOnOf(inquiry, target);
  const { relation, people } = responsibleFor(target, responsibles);
  if (relation !== 'own') return;
  const away = awayOn(dueOn);
  if (!people.some(({ id }) => away.has(id))) return;
  const departmentId = responsibles.departmentOf.get(target.sectionId) ?? '';
  for (const slackId of overseersOf(responsibles, departmentId, people))
    mention(slackId, { kind: 'away-over-due', ref: targetRef(target), dueOn }, [
      world.calendar.addWorkingDays(dueOn, -AWAY_NOTICE),
    ]);
};

/** Tells the 主任 of a department, and later the secretariat, once each, what is still open. */
const planEscalations = (planning: Planning, inquiry: InquiryToPlan, open: readonly TargetToPlan[]): void => {
  const { world, responsibles, mention } = planning;
  const daysFor = (to: 'chief' | 'secretariat', targets: readonly TargetToPlan[]): readonly LocalDate[] =>
    [...new Set(targets.map((target) => dueOnOf(inquiry, target)))].flatMap(
      (dueOn) => escalationDay({ kind: 'inquiry', dueOn }, to, world.calendar) ?? [],
    );
  const departments = groupBy(open, ({ sectionId }) => responsibles.departmentOf.get(sectionId) ?? '');
  for (const [departmentId, targets] of departments)
    for (const { slackId } of responsibles.chiefs.get(departmentId) ?? [])
      if (slackId !== null) {
        // What is their own they know already.
        const others = targets.filter(
          (target) =>
            !responsibleFor(target, responsibles).people.some((person) => person.slackId === slackId),
        );
        const line = {
          kind: 'department-unanswered',
          ref: subjectOf('inquiry-department', inquiry.id, departmentId),
          dueOn: inquiry.dueOn,
        } as const;
        mention(slackId, line, daysFor('chief', others));
      }
  for (const slackId of world.secretariat)
    mention(
      slackId,
      { kind: 'unanswered', ref: subjectOf('inquiry', inquiry.id), dueOn: inquiry.dueOn },
      daysFor('secretariat', open),
    );
};

/** Tells the 主任 of a とりまとめ期限 on the morning that was set for it when the inquiry was sent. */
const planCollecting = (
  { responsibles, mention }: Planning,
  { id, askedOn, collectBy, targets }: InquiryToPlan,
): void => {
  if (collectBy === null) return;
  const departmentIds = new Set(
    targets.map(({ sectionId }) => responsibles.departmentOf.get(sectionId) ?? ''),
  );
  for (const departmentId of departmentIds)
    for (const slackId of chiefsOf(responsibles, departmentId))
      mention(
        slackId,
        { kind: 'collect', ref: subjectOf('inquiry-collect', id, departmentId), dueOn: collectBy },
        [],
        askedOn,
      );
};

/** Everything about inquiries that falls on this morning. */
export const planInquiries = function* (planning: Planning): Steps<void> {
  const { world, window } = planning;
  const hasAway = world.away.length > 0;
  for (const inquiry of world.inquiries) {
    if (inquiry.askedOn > window.day) continue;
    for (const target of inquiry.targets) {
      planTarget(planning, inquiry, target);
      yield;
    }
    const open = inquiry.targets.filter(({ isAnswered }) => !isAnswered);
    for (const target of hasAway ? open : []) {
      planAwayOverDue(planning, inquiry, target);
      yield;
    }
    planEscalations(planning, inquiry, open);
    planCollecting(planning, inquiry);
    yield;
  }
};
