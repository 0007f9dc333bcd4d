import type { Button, KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { InquiryStep } from '../../domain/inquiry/course.ts';
import type { Inquiry, InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import type { DepartmentStatus, Tally } from '../../domain/inquiry/tally.ts';
import { shorten } from '../../domain/letters.ts';
import { joinParts } from '../../domain/parts.ts';
import type { InquiryList, ListedInquiry } from '../../services/inquiry/list.ts';
import type { InquiryStatus } from '../../services/inquiry/read-status.ts';
import type { SlackMessage } from '../../slack/message.ts';
import {
  ANSWER_FORM_WORD,
  INQUIRY_BUTTON,
  INQUIRY_STATE_WORD,
  inquiryText,
  statusText,
} from '../../texts/inquiry.ts';
import { MORNING_BUTTON } from '../../texts/morning.ts';
import { button, buttons, header, note, paragraph, paragraphsOf } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';
import { audienceLines } from './audience.ts';

/** One message shows at most this many departments with their sections, and this many inquiries. */
const MOST_DEPARTMENTS = 20;
const MOST_LISTED = 15;
/** The characters that a department's line gives to its sections without an answer. */
const MOST_SECTIONS = 300;

const nameOf = ({ fiscalYear, number, title }: Inquiry): string =>
  inquiryText.name(printFiscalYear(fiscalYear), number, title);

const numbersOf = ({ answerForm }: Inquiry, tally: Tally): string =>
  [
    statusText.numbers(tally.asked, tally.sections, tally.answered, tally.unanswered),
    ...(tally.returned === 0 ? [] : [statusText.returned(tally.returned)]),
    ...(tally.late === 0 ? [] : [statusText.late(tally.late)]),
    ...(answerForm === 'applicability' ? [statusText.applicable(tally.applicable, tally.notApplicable)] : []),
    ...(answerForm === 'count' ? [statusText.count(tally.count)] : []),
  ].join(statusText.separator);

/** When it was closed or called off; a closed one was given no reason. */
const endedLine = ({ state, endReason }: Inquiry, when: string): string =>
  state === 'cancelled' ? statusText.cancelledAt(when, endReason) : statusText.closedAt(when);

const factLines = ({ inquiry, named }: InquiryStatus): readonly string[] => {
  const { state, dueOn, askedOn, collectBy, answerForm, endedAt } = inquiry;
  return [
    nameOf(inquiry),
    statusText.facts(INQUIRY_STATE_WORD[state], printDayWithWeekday(dueOn)),
    ...(askedOn === null ? [] : [statusText.sentOn(printDayWithWeekday(askedOn))]),
    ...(collectBy === null ? [] : [statusText.collectBy(printDayWithWeekday(collectBy))]),
    ...audienceLines(inquiry, named),
    statusText.form(ANSWER_FORM_WORD[answerForm]),
    ...(endedAt === null ? [] : [endedLine(inquiry, printMoment(endedAt))]),
  ];
};

const sectionName = (
  { department }: DepartmentStatus,
  { sectionId, role, returned }: InquiryTarget,
): string => {
  const name = department.sections.find(({ id }) => id === sectionId)?.name ?? '';
  const named = role === 'chief' ? statusText.chief(name) : name;
  return returned === null ? named : statusText.returnedSection(named);
};

const departmentBlock = (status: DepartmentStatus, { inquiry, collected }: InquiryStatus): KnownBlock => {
  const { department, targets, tally } = status;
  const open = targets.filter(({ answer }) => answer === null).map((target) => sectionName(status, target));
  const done = collected.find(({ departmentId }) => departmentId === department.id);
  return {
    ...paragraph(
      [
        statusText.department(department.name, tally.answered, tally.asked),
        open.length === 0
          ? statusText.allAnswered
          : statusText.unanswered(shorten(open.join(statusText.separator), MOST_SECTIONS)),
        ...(done === undefined ? [] : [statusText.collected(printMoment(done.at))]),
      ].join('\n'),
    ),
    accessory: button(
      'inquiry-department.open',
      MORNING_BUTTON.department,
      joinParts(inquiry.id, department.id),
    ),
  };
};

const stepButton = (step: InquiryStep, id: string): Button =>
  button(`inquiry.${step}`, INQUIRY_BUTTON[step], id, step === 'cancel' ? 'danger' : undefined);

const manageButtons = ({ inquiry, mayManage, steps, tally }: InquiryStatus): readonly Button[] => {
  if (!mayManage) return [button('inquiry.csv', INQUIRY_BUTTON.csv, inquiry.id)];
  const { id, state } = inquiry;
  if (state === 'draft')
    return [
      button('inquiry.continue', INQUIRY_BUTTON.continue, id, 'primary'),
      button('inquiry.remove', INQUIRY_BUTTON.remove, id),
    ];
  return [
    button('inquiry.csv', INQUIRY_BUTTON.csv, id),
    ...(state === 'cancelled' ? [] : [button('inquiry.amend', INQUIRY_BUTTON.amend, id)]),
    button('inquiry-earlier.use', INQUIRY_BUTTON.earlier, id),
    ...(state === 'open' && tally.unanswered > 0 ? [button('inquiry.again', INQUIRY_BUTTON.again, id)] : []),
    ...steps.map((step) => stepButton(step, id)),
  ];
};

/** How one inquiry stands: its facts, its numbers in all and by department, and what may be done. */
export const inquiryStatusMessage = (status: InquiryStatus): SlackMessage => {
  const { inquiry, tally, departments } = status;
  const shown = departments.slice(0, MOST_DEPARTMENTS);
  return {
    text: escaped(nameOf(inquiry)),
    shown: { by: 'inquiry-status', of: inquiry.id },
    blocks: [
      header(INQUIRY_BUTTON.list),
      ...paragraphsOf(factLines(status)),
      ...(tally.asked === 0 ? [] : [paragraph(numbersOf(inquiry, tally))]),
      ...buttons('inquiry', manageButtons(status)),
      ...shown.map((department) => departmentBlock(department, status)),
      ...(departments.length > shown.length
        ? [note(inquiryText.others(departments.length - shown.length))]
        : []),
    ],
  };
};

const listedBlock = ({ inquiry, tally }: ListedInquiry): KnownBlock => ({
  ...paragraph(
    [
      nameOf(inquiry),
      statusText.facts(INQUIRY_STATE_WORD[inquiry.state], printDayWithWeekday(inquiry.dueOn)),
      ...(tally.asked === 0 ? [] : [numbersOf(inquiry, tally)]),
    ].join('\n'),
  ),
  accessory: button('inquiry-status.open', INQUIRY_BUTTON.status, inquiry.id),
});

/** The year's inquiries, the newest first. */
export const inquiryListMessage = ({ year, listed, mayManage }: InquiryList): SlackMessage => {
  const title = inquiryText.listTitle(printFiscalYear(year));
  const shown = listed.slice(0, MOST_LISTED);
  return {
    text: title,
    shown: { by: 'inquiry-list', of: '' },
    blocks: [
      header(title),
      ...(mayManage
        ? buttons('create', [
            button('inquiry.open', INQUIRY_BUTTON.create, 'new', 'primary'),
            button('inquiry-earlier.open', INQUIRY_BUTTON.earlier, 'new'),
          ])
        : []),
      ...(listed.length === 0 ? [paragraph(inquiryText.noInquiries)] : shown.map(listedBlock)),
      ...(listed.length > shown.length ? [note(inquiryText.others(listed.length - shown.length))] : []),
    ],
  };
};

/** The Home tab shows at most this many of each. */
const MOST_ON_HOME = 5;

/** The secretariat's part of the Home tab: how open inquiries stand, the next deadline first, and the drafts. */
export const inquiryHomePart = ({ listed, mayManage }: InquiryList): readonly KnownBlock[] => {
  if (!mayManage) return [];
  const open = listed
    .filter(({ inquiry }) => inquiry.state === 'open')
    .toSorted((one, other) => (one.inquiry.dueOn < other.inquiry.dueOn ? -1 : 1));
  const drafts = listed.filter(({ inquiry }) => inquiry.state === 'draft').slice(0, MOST_ON_HOME);
  return [
    ...(open.length === 0 ? [] : [header(inquiryText.homeTitle)]),
    ...open.slice(0, MOST_ON_HOME).map(
      ({ inquiry, tally }): KnownBlock => ({
        ...paragraph(
          inquiryText.homeLine(
            nameOf(inquiry),
            printDayWithWeekday(inquiry.dueOn),
            tally.answered,
            tally.asked,
          ),
        ),
        accessory: button('inquiry-status.open', INQUIRY_BUTTON.status, inquiry.id),
      }),
    ),
    ...(open.length > MOST_ON_HOME ? [note(inquiryText.others(open.length - MOST_ON_HOME))] : []),
    ...(drafts.length === 0 ? [] : [header(inquiryText.draftsTitle)]),
    ...drafts.flatMap(({ inquiry }, index) => [
      paragraph(inquiryText.draftLine(inquiry.title, printMoment(inquiry.createdAt))),
      ...buttons(`draft-${index + 1}`, [
        button('inquiry.continue', INQUIRY_BUTTON.continue, inquiry.id),
        button('inquiry.remove', INQUIRY_BUTTON.remove, inquiry.id),
      ]),
    ]),
  ];
};
