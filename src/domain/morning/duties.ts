import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { addDays, instantInTokyo, type LocalDate, localDate, todayInTokyo } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-day.ts';
import { groupBy } from '../group-by.ts';
import { overseersOf } from '../inquiry/responsible.ts';
import { firstDayOfRecord, hasBegun, lastDayOfRecord, type RecordDate } from '../occasion/date.ts';
import { isAskedBy } from '../occasion/held.ts';
import { isReachable } from '../person/person.ts';
import type { Steps } from '../pieces.ts';
import { holdsOn } from '../promoter/appointment.ts';
import { rosterReportDueOn } from '../promoter/serving.ts';
import { reportRows, reportStateOf, yearToReport } from '../roster/report.ts';
import type { Settings } from '../settings.ts';
import { subjectOf } from '../subject.ts';
import type { TrainingSession } from '../training/training.ts';
import { escalationDay, type Obligation, reminderDays } from './obligation.ts';
import type { Planning } from './planning.ts';

/** 選任報告 of a year: asked on 1 March or the next working day, due on 選任報告の締切り. */
export const reportObligation = (
  year: FiscalYear,
  { onOrAfter }: Pick<WorkingCalendar, 'onOrAfter'>,
  settings: Pick<Settings, 'rosterReportUntil'>,
): Obligation => ({
  kind: 'roster-report',
  askedOn: onOrAfter(localDate(`${year}-03-01`)),
  dueOn: rosterReportDueOn(year, settings),
});

/** 選任報告 that a 主任 owes, and what of it the secretariat hears. */
export const planReports = function* ({ world, window, responsibles, mention }: Planning): Steps<void> {
  const { calendar, secretariat } = world;
  const year = yearToReport(window.day);
  const obligation = reportObligation(year, calendar, world);
  if (obligation.askedOn > window.day) return;
  const days = [obligation.askedOn, ...reminderDays(obligation, calendar)];
  const escalated = escalationDay(obligation, 'secretariat', calendar);
  const last = [...days, escalated ?? obligation.dueOn].reduce((one, other) => (one > other ? one : other));
  // Long after its days are over, nothing is looked up any more: away periods last a year at most.
  if (addDays(last, 366) < window.day) return;
  const bySection = groupBy(world.appointments, ({ sectionId }) => sectionId);
  for (const department of world.departments) {
    yield;
    const appointments = department.sections.flatMap(({ id }) => bySection.get(id) ?? []);
    const rows = reportRows(department, appointments, year, window.day);
    if (rows.every((row) => reportStateOf(row) !== 'open')) continue;
    const [ref, { dueOn }] = [subjectOf('roster-report', department.id, year), obligation];
    for (const slackId of overseersOf(responsibles, department.id))
      mention(slackId, { kind: 'roster-report', ref, dueOn }, days);
    for (const slackId of secretariat)
      mention(slackId, { kind: 'report-missing', ref, dueOn }, escalated === null ? [] : [escalated]);
  }
};

/** How many working days before a video training ends it is asked whether one has watched it. */
const videoDays = (last: LocalDate, calendar: WorkingCalendar): readonly LocalDate[] =>
  reminderDays({ kind: 'video', askedOn: localDate('0001-01-01'), dueOn: last }, calendar);

/** Until when it is asked about: the evening of the last day is no time to press a button, the working day after it is. */
export const videoAskedUntil = (
  date: RecordDate,
  { nextWorkingDay }: Pick<WorkingCalendar, 'nextWorkingDay'>,
): LocalDate => nextWorkingDay(lastDayOfRecord(date));

/** Whether the 対象者 of a session are asked on `day` whether they have watched it: of a confirmed video, from its first day on. */
export const isAskedToWatch = (
  { way, date, confirmedAt }: Pick<TrainingSession, 'way' | 'date' | 'confirmedAt'>,
  day: LocalDate,
  calendar: Pick<WorkingCalendar, 'nextWorkingDay'>,
): boolean =>
  way === 'video' && confirmedAt !== null && hasBegun(date, day) && day <= videoAskedUntil(date, calendar);

/**
 * 受講の確認: one who is 不在 then is asked when they are back, if that is not after the last day. What was put off on the last day
 * is asked on the next.
 */
export const planVideos = function* ({ world, window, mention, skip }: Planning): Steps<void> {
  const { calendar, people, videos } = world;
  for (const { id, date, personIds } of videos) {
    const last = lastDayOfRecord(date);
    if (!hasBegun(date, window.day) || window.day > videoAskedUntil(date, calendar)) continue;
    const days = window.day > last ? [] : videoDays(last, calendar);
    for (const person of people) {
      yield;
      if (!personIds.has(person.id)) continue;
      if (isReachable(person))
        mention(
          person.slackId ?? '',
          { kind: 'video', ref: subjectOf('training', id), dueOn: last },
          days,
          firstDayOfRecord(date),
        );
      else if (days.includes(window.day))
        skip(person.deactivatedAt === null ? 'withoutSlack' : 'deactivated', person.id);
    }
  }
};

/** 役割のご案内 that wait for 確認しました. */
export const planGuides = function* ({ world, window, reminderDays, mention }: Planning): Steps<void> {
  for (const appointment of world.appointments) {
    yield;
    const { id, person, guidePlannedAt, guideConfirmedAt } = appointment;
    if (guidePlannedAt === null || guideConfirmedAt !== null) continue;
    if (!holdsOn(appointment, window.day) || !isReachable(person)) continue;
    const sentOn = todayInTokyo(guidePlannedAt);
    const days = reminderDays({ kind: 'role-guide', askedOn: sentOn, dueOn: sentOn });
    mention(person.slackId ?? '', { kind: 'guide', ref: subjectOf('appointment', id) }, days, sentOn);
  }
};

/**
 * Asks, once each, those who entered a meeting or training before its day whether it took place; where Slack does not reach
 * them, the secretariat.
 */
export const planHeld = function* ({ world, window, personOf, mention, askHeld }: Planning): Steps<void> {
  for (const held of world.held) {
    yield;
    if (!isAskedBy(held, world.calendar, window.day)) continue;
    const recorder = personOf(held.recordedBy);
    const isThere = /^[UW]/u.test(held.recordedBy) && (recorder === undefined || isReachable(recorder));
    const ref = subjectOf(held.kind === 'held-meeting' ? 'meeting' : 'training', held.id);
    const asked = (isThere ? [held.recordedBy] : world.secretariat).filter((slackId) =>
      mention(slackId, { kind: held.kind, ref }, [window.day]),
    );
    if (asked.length > 0) askHeld(held);
  }
};

/**
 * 準備: to the secretariat on the morning of its day, or, entered later than that, on the next. It is told once, and then stands until it
 * is settled or, after its last day, asked about.
 */
export const planPreparations = function* ({ world, window, mention }: Planning): Steps<void> {
  const { calendar, secretariat } = world;
  for (const { id, date, preparesFrom, confirmedOn } of world.preparations) {
    yield;
    if (isAskedBy({ date }, calendar, window.day)) continue;
    const isLate = preparesFrom <= confirmedOn;
    const days = [isLate ? calendar.nextWorkingDay(confirmedOn) : preparesFrom];
    for (const slackId of secretariat)
      mention(
        slackId,
        { kind: 'preparation', ref: subjectOf('meeting', id) },
        days,
        isLate ? confirmedOn : preparesFrom,
      );
  }
};

/** What is noticed after the morning is told on the next. */
const NOTICED_UNTIL = '09:00';

/** Tells the secretariat of promoters whose account was deactivated since the last morning. */
export const planDeactivated = function* ({ world, responsibles, mention }: Planning): Steps<void> {
  const promoters = new Map([...responsibles.holders.values()].flat().map((person) => [person.id, person]));
  for (const { id, deactivatedAt } of promoters.values()) {
    yield;
    if (deactivatedAt === null) continue;
    const noticed = todayInTokyo(deactivatedAt);
    const toldOn = deactivatedAt < instantInTokyo(noticed, NOTICED_UNTIL) ? noticed : addDays(noticed, 1);
    for (const slackId of world.secretariat)
      mention(slackId, { kind: 'deactivated', ref: subjectOf('person', id) }, [toldOn]);
  }
};
