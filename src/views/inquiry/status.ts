import type { Button } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { InquiryStep } from '../../domain/inquiry/course.ts';
import { hasQuestions, type Inquiry, type InquiryTarget } from '../../domain/inquiry/inquiry.ts';
import type { DepartmentStatus } from '../../domain/inquiry/tally.ts';
import { joinParts } from '../../domain/parts.ts';
import type { InquiryStatus } from '../../services/inquiry/read-status.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ANSWER_FORM_WORD, INQUIRY_BUTTON, INQUIRY_STATE_WORD, statusText } from '../../texts/inquiry.ts';
import { MORNING_BUTTON } from '../../texts/morning.ts';
import { button, buttons, header, paragraph, paragraphsOf } from '../blocks.ts';
import { listLines } from '../list-lines.ts';
import { textLength } from '../measure.ts';
import { escaped } from '../mrkdwn.ts';
import { pageNote, pageOf, turnButtons, type Unit } from '../paging.ts';
import { audienceLines } from './audience.ts';
import { nameOf, numbersOf } from './numbers.ts';

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

/** A department with every section that has not answered, in as many paragraphs as that takes. */
const departmentUnits = (
  status: DepartmentStatus,
  { inquiry, collected }: InquiryStatus,
): readonly Unit[] => {
  const { department, targets, tally } = status;
  const open = targets.filter(({ answer }) => answer === null).map((target) => sectionName(status, target));
  const done = collected.find(({ departmentId }) => departmentId === department.id);
  const heading = statusText.department(department.name, tally.answered, tally.asked);
  const lines = [
    ...(open.length === 0
      ? [heading, statusText.allAnswered]
      : listLines(open, statusText.separator, {
          first: `${heading}\n${statusText.unanswered}`,
          next: statusText.unansweredGoesOn(department.name),
        })),
    ...(done === undefined ? [] : [statusText.collected(printMoment(done.at))]),
  ];
  const accessory = button(
    'inquiry-department.open',
    MORNING_BUTTON.department,
    joinParts(inquiry.id, department.id),
  );
  return paragraphsOf(lines).map((part, index) => {
    const blocks = [index === 0 ? { ...part, accessory } : part];
    return { heading: statusText.byDepartment, blocks, length: textLength(blocks) };
  });
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
    ...(hasQuestions(inquiry) ? [] : [button('inquiry-earlier.use', INQUIRY_BUTTON.earlier, id)]),
    ...(state === 'open' && tally.unanswered > 0 ? [button('inquiry.again', INQUIRY_BUTTON.again, id)] : []),
    ...steps.map((step) => stepButton(step, id)),
  ];
};

/** Its facts, its numbers in all, and what may be done. */
const wholeUnit = (status: InquiryStatus): Unit => {
  const { inquiry, tally } = status;
  const blocks = [
    ...paragraphsOf(factLines(status)),
    ...(tally.asked === 0 ? [] : [paragraph(numbersOf(inquiry, tally))]),
    ...buttons('inquiry', manageButtons(status)),
  ];
  return { heading: INQUIRY_BUTTON.list, blocks, length: textLength(blocks) };
};

/** How one inquiry stands, in all and then by department, of which none is left out; `page` counted from 1. */
export const inquiryStatusMessage = (status: InquiryStatus, page = 1): SlackMessage => {
  const { inquiry, departments } = status;
  const units = [
    wholeUnit(status),
    ...departments.flatMap((department) => departmentUnits(department, status)),
  ];
  const here = pageOf(units, page);
  return {
    text: escaped(nameOf(inquiry)),
    shown: { by: 'inquiry-status', of: joinParts(inquiry.id, here.shown) },
    blocks: [
      ...(here.shown === 1 ? [] : [header(INQUIRY_BUTTON.list), paragraph(nameOf(inquiry))]),
      ...here.blocks,
      ...pageNote(here),
      ...buttons(
        'pages',
        turnButtons('inquiry-status', here, (to) => joinParts(inquiry.id, to)),
      ),
    ],
  };
};
