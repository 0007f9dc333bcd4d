import type { KnownBlock, ModalView } from '@slack/types';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { printAgendaWithin, printMeetingDate } from '../../domain/meeting/print.ts';
import { printRecordDate } from '../../domain/occasion/date.ts';
import { changedDays, packDays } from '../../domain/schedule/carried.ts';
import type { OfferLike, ScheduleOffers } from '../../domain/schedule/plan.ts';
import { type ChosenSchedule, plannedOnField } from '../../domain/schedule/planned.ts';
import type { ProposalReason } from '../../domain/schedule/propose.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import type { ScheduleRecorded } from '../../services/schedule/record.ts';
import {
  MONTHS_ONLY_CHOICE,
  SCHEDULE_BUTTON,
  SCHEDULE_FORM,
  SCHEDULE_HINT,
  SCHEDULE_LABEL,
  scheduleText,
} from '../../texts/schedule-plan.ts';
import { button, buttons, dayField, form, note, paragraph } from '../blocks.ts';
import { doneMessage, endForm } from '../failure.ts';
import { inParts } from '../paging.ts';
import { checkboxField } from '../select-fields.ts';
import { lagText } from '../training/lag.ts';

/** An occasion is two blocks of the 100 that a view may have. */
const MOST_OF_A_PAGE = 40;
const MOST_AGENDA = 300;
/** What the form carries: the years, which page is shown, what was chosen on others otherwise than offered, and whether 年月だけの予定 is ticked. */
type CarriedSchedule = {
  readonly year: FiscalYear;
  readonly baseYear: FiscalYear;
  readonly page: number;
  /** As `packDays` writes them. */
  readonly days: string;
  readonly monthsOnly: boolean;
};

/** The offers of each page. */
const pagesOf = ({ offers }: ScheduleOffers): readonly (readonly OfferLike[])[] =>
  inParts(offers, MOST_OF_A_PAGE);

/** Whether a page, counted from 1, is the last. */
export const isLastPage = (plan: ScheduleOffers, page: number): boolean => page >= pagesOf(plan).length;

/** The fields 予定日 of a page. */
export const fieldsOfPage = (plan: ScheduleOffers, page: number): readonly string[] =>
  (pagesOf(plan)[page - 1] ?? []).map(({ occasion }) => plannedOnField(occasion));

const reasonLines = (reason: ProposalReason | null): readonly string[] => {
  switch (reason?.kind) {
    case undefined:
      return [];
    case 'follows':
      return [scheduleText.follows(reason.name, printRecordDate(reason.date), reason.workingDays)];
    case 'training-lag':
      return [scheduleText.trainingLag(lagText(reason.lag))];
  }
};

/** What is offered, or why nothing is. */
const offerLine = ({ date, leftEmpty }: OfferLike): string => {
  const printed = printRecordDate(date);
  switch (leftEmpty?.kind) {
    case undefined:
      return scheduleText.likely(printed);
    case 'exists':
      return scheduleText.exists(printRecordDate(leftEmpty.date));
    case 'past':
      return scheduleText.past(printed);
    case 'same-day':
      return scheduleText.sameDay(printed);
    case 'choose':
      return scheduleText.choose(printed);
  }
};

const spanLines = ({ date }: OfferLike): readonly string[] => {
  if (date.kind === 'days') return [scheduleText.range];
  return date.kind === 'months' ? [scheduleText.months] : [];
};

const offerBlocks = (
  offer: OfferLike,
  number: number,
  baseYear: FiscalYear,
  chosen: ChosenSchedule['days'],
): readonly KnownBlock[] => {
  const { occasion } = offer;
  const was = offer.kind === 'meeting' ? printMeetingDate(offer.facts) : printTrainingDate(offer.facts);
  const day = chosen.get(occasion.id);
  return [
    paragraph(
      [
        occasion.name,
        scheduleText.was(printFiscalYear(baseYear), was),
        ...(offer.kind === 'meeting' ? [printAgendaWithin(offer.facts.items, MOST_AGENDA)] : []),
        offerLine(offer),
        ...(offer.leftEmpty?.kind === 'exists' ? [] : [...reasonLines(offer.reason), ...spanLines(offer)]),
      ].join('\n'),
    ),
    dayField({
      name: plannedOnField(occasion),
      label: SCHEDULE_LABEL.plannedOn(number),
      initial: (day === undefined ? offer.initial : day) ?? undefined,
      optional: true,
    }),
  ];
};

/** 年間スケジュールの案: one page of it, counted from 1, with what was chosen so far on all. */
export const schedulePlanForm = (plan: ScheduleOffers, page: number, chosen: ChosenSchedule): ModalView => {
  const { year, baseYear, offers, notHeld } = plan;
  const pages = pagesOf(plan);
  const at = Math.min(Math.max(page, 1), pages.length);
  const shown = pages[at - 1] ?? [];
  const before = (at - 1) * MOST_OF_A_PAGE;
  const isLast = at === pages.length;
  const elsewhere = offers.filter((offer) => !shown.includes(offer));
  const days = packDays(changedDays(elsewhere, chosen.days), year);
  const hasMonths = offers.some(({ leftEmpty }) => leftEmpty?.kind === 'choose');
  const carried: CarriedSchedule = { year, baseYear, page: at, days, monthsOnly: chosen.monthsOnly };
  return form(
    SCHEDULE_FORM.plan,
    'schedule.plan',
    isLast ? SCHEDULE_FORM.toRecord : SCHEDULE_FORM.toNext,
    [
      paragraph(scheduleText.make(printFiscalYear(baseYear), printFiscalYear(year))),
      note(scheduleText.allAtOnce),
      ...(pages.length === 1
        ? []
        : [note(scheduleText.pages(before + 1, before + shown.length, offers.length))]),
      ...(notHeld.length === 0 ? [] : [paragraph(scheduleText.notHeld(printFiscalYear(year), notHeld))]),
      ...(at === 1
        ? []
        : buttons('schedulePages', [button('schedule.page', SCHEDULE_BUTTON.previousPage, String(at - 1))])),
      ...shown.flatMap((offer, index) => offerBlocks(offer, before + index + 1, baseYear, chosen.days)),
      ...(isLast && hasMonths
        ? [
            checkboxField({
              name: 'monthsOnly',
              label: SCHEDULE_LABEL.monthsOnly,
              hint: SCHEDULE_HINT.monthsOnly,
              choices: [{ value: 'months', text: MONTHS_ONLY_CHOICE }],
              initial: chosen.monthsOnly ? ['months'] : [],
              optional: true,
            }),
          ]
        : []),
    ],
    carried,
  );
};

/** In the place of a page while it is made. */
export const preparingPlan = (): ModalView =>
  form(SCHEDULE_FORM.plan, 'schedule.preparing', null, [paragraph(scheduleText.preparing)]);

/** What the form becomes once the 予定 are recorded. */
export const scheduleRecordedView = ({ recorded, known }: ScheduleRecorded): ModalView =>
  endForm(
    doneMessage(
      recorded === 0 ? 'unchanged' : 'registered',
      [
        recorded === 0 ? scheduleText.nothingNew : scheduleText.recorded(recorded),
        ...(known === 0 ? [] : [scheduleText.known(known)]),
      ].join('\n'),
    ),
  );

/** Nothing chosen yet: all as it is offered. */
export const NOTHING_CHOSEN: ChosenSchedule = {
  days: new Map<string, LocalDate | null>(),
  monthsOnly: false,
};
