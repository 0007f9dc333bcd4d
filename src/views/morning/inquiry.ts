import type { Button, KnownBlock } from '@slack/types';
import type { DueText } from '../../domain/calendar/deadline.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../domain/inquiry/line.ts';
import { targetRef, targetValue } from '../../domain/inquiry/target.ts';
import { shorten } from '../../domain/letters.ts';
import type { LineContent, OpenSection } from '../../domain/morning/content.ts';
import { joinParts } from '../../domain/parts.ts';
import { ANSWER_BUTTON, answerText } from '../../texts/inquiry-answer.ts';
import { MORNING_BUTTON, morningText } from '../../texts/morning.ts';
import { button, buttons, paragraph, paragraphsOf } from '../blocks.ts';
import { listLines } from '../list-lines.ts';

/** The characters of what is asked that a line shows. */
const MOST_CONTENT = 200;

/** あと3開庁日, 本日が期限です or 期限を過ぎています. */
const leftText = ({ dueOn, left, isToday }: DueText, today: string): string => {
  if (isToday) return morningText.dueToday;
  if (dueOn < today) return morningText.overdue;
  return left === 0 ? morningText.lastDay : morningText.daysLeft(left);
};

/** The due day with its weekday and how long there is. */
export const dueLine = (due: DueText, today: string): string =>
  morningText.due(printDayWithWeekday(due.dueOn), leftText(due, today));

/** Of which section it is, and why it is the reader's. */
export const whose = ({ relation, departmentName, sectionName, names }: InquiryLine): string => {
  switch (relation) {
    case 'own':
      return morningText.ofSection(departmentName, sectionName);
    case 'vacant':
      return morningText.ofVacant(departmentName, sectionName);
    case 'unreachable':
      return morningText.ofUnreachable(departmentName, sectionName, names);
    case 'elsewhere':
      return morningText.ofOthers(departmentName, sectionName, names);
  }
};

/** 文書番号, リンク and 様式・資料, as far as there are any. */
export const documentLines = ({
  documentNumber,
  link,
  file,
}: Pick<Inquiry, 'documentNumber' | 'link' | 'file'>): readonly string[] => [
  ...(documentNumber === '' ? [] : [answerText.documentNumber(documentNumber)]),
  ...(link === '' ? [] : [answerText.link(link)]),
  ...(file === null ? [] : [answerText.file(file.name)]),
];

/** That it was given back, by whom and why. */
export const returnedLines = ({ returnReason, returnedBy }: InquiryLine): readonly string[] => {
  if (returnReason === null) return [];
  if (returnedBy === null) return [morningText.returned(returnReason)];
  return [
    returnedBy.chief === null
      ? morningText.returnedBySecretariat(returnReason)
      : morningText.returnedByChief(returnedBy.chief, returnReason),
  ];
};

const openButtons = (line: InquiryLine): readonly Button[] => {
  const value = targetValue(line.key);
  const isOwn = line.relation === 'own';
  return [
    button('inquiry-answer.open', isOwn ? MORNING_BUTTON.answer : MORNING_BUTTON.onBehalf, value, 'primary'),
    ...(line.inquiry.file === null ? [] : [button('inquiry-file.send', ANSWER_BUTTON.file, line.inquiry.id)]),
    ...(line.relation === 'unreachable' ? [button('inquiry-copy.open', MORNING_BUTTON.copy, value)] : []),
    ...(line.postponedUntil === null
      ? [button('line.postpone', MORNING_BUTTON.postpone, targetRef(line.key))]
      : [button('line.take-back-postponed', MORNING_BUTTON.takeBackPostponed, targetRef(line.key))]),
    ...(isOwn ? [button('inquiry-delegate.open', MORNING_BUTTON.delegate, value)] : []),
  ];
};

/** What has become of an inquiry, by its title, that takes no answers; undefined while it does. */
const overText = ({ inquiry }: Pick<InquiryLine, 'inquiry'>, title: string): string | undefined => {
  switch (inquiry.state) {
    case 'open':
      return undefined;
    case 'draft':
      return morningText.draft(title);
    case 'closed':
    case 'tallied':
      return morningText.closed(title);
    case 'cancelled':
      return morningText.cancelled(title, inquiry.endReason);
  }
};

/** One inquiry for one section; `blockId` is that of its buttons. */
export const inquiryBlocks = (line: InquiryLine, today: string, blockId: string): readonly KnownBlock[] => {
  const { inquiry, answer, postponedUntil } = line;
  const title = morningText.inquiry(inquiry.title, inquiry.requester);
  const over = overText(line, title);
  if (over !== undefined) return [paragraph(over)];
  if (line.relation === 'elsewhere') return [paragraph([title, whose(line)].join('\n'))];
  if (answer !== null) {
    const isOwn = line.kind === 'inquiry';
    const said = isOwn ? morningText.answered : morningText.handedOver;
    return [
      paragraph(
        [isOwn ? morningText.done(title) : title, whose(line), said(printMoment(answer.at))].join('\n'),
      ),
      ...buttons(blockId, [button('inquiry-answer.open', MORNING_BUTTON.showAnswer, targetValue(line.key))]),
    ];
  }
  return [
    paragraph(
      [
        title,
        dueLine(line, today),
        ...(inquiry.dueBefore === null || line.dueOn !== inquiry.dueOn
          ? []
          : [morningText.dueChanged(printDayWithWeekday(inquiry.dueBefore))]),
        whose(line),
        ...returnedLines(line),
        ...(postponedUntil === null ? [] : [morningText.postponed(printDayWithWeekday(postponedUntil))]),
        shorten(inquiry.content, MOST_CONTENT),
        ...documentLines(inquiry),
      ].join('\n'),
    ),
    ...buttons(blockId, openButtons(line)),
  ];
};

/** とりまとめ of a department, asked of its 主任. */
export const collectBlocks = (
  line: Extract<LineContent, { readonly kind: 'collect' }>,
  today: string,
  blockId: string,
): readonly KnownBlock[] => {
  const { inquiry, departmentId, departmentName, isCollected } = line;
  const title = morningText.inquiry(inquiry.title, inquiry.requester);
  const over = overText(line, title);
  if (over !== undefined) return [paragraph(over)];
  if (isCollected) return [paragraph(morningText.collected(inquiry.title, departmentName))];
  const until = morningText.collectBy(printDayWithWeekday(line.dueOn), leftText(line, today));
  return [
    paragraph([title, until, morningText.collect(departmentName)].join('\n')),
    ...buttons(blockId, [
      button('inquiry-department.open', MORNING_BUTTON.department, joinParts(inquiry.id, departmentId)),
    ]),
  ];
};

const sectionTexts = (sections: readonly OpenSection[]): readonly string[] =>
  sections.map(({ name, count, isAway }) => morningText.openSection(name, count, isAway));

type Unanswered = Extract<LineContent, { readonly kind: 'unanswered' }>;

const openIn = (sections: readonly OpenSection[]): number =>
  sections.reduce((sum, { count }) => sum + count, 0);

/** What is open of an inquiry in all, and of each department in lines of its own. */
const byDepartment = (
  line: Unanswered,
  today: string,
  blockId: string,
  linesOf: (department: Unanswered['departments'][number]) => readonly string[],
): readonly KnownBlock[] => {
  const { inquiry, departments } = line;
  const count = openIn(departments.flatMap(({ sections }) => sections));
  return [
    ...paragraphsOf([
      morningText.unanswered(inquiry.title, departments.length, count),
      dueLine(line, today),
      ...departments.flatMap(linesOf),
    ]),
    ...buttons(blockId, [button('inquiry-status.open', MORNING_BUTTON.status, inquiry.id)]),
  ];
};

/** What is open of a department, or of an inquiry by department: every section, before names, in as many paragraphs as it takes. */
export const unansweredBlocks = (
  line: Extract<LineContent, { readonly kind: 'department-unanswered' | 'unanswered' }>,
  today: string,
  blockId: string,
): readonly KnownBlock[] => {
  const { inquiry } = line;
  const isOpen = inquiry.state === 'open';
  if (line.kind === 'department-unanswered') {
    if (!isOpen || line.sections.length === 0)
      return [paragraph(morningText.departmentAnswered(inquiry.title))];
    const sections = listLines(sectionTexts(line.sections), morningText.separator, {
      first: morningText.departmentUnanswered(inquiry.title),
      next: morningText.departmentUnansweredGoesOn,
    });
    return [
      ...paragraphsOf([...sections, dueLine(line, today)]),
      ...buttons(blockId, [
        button(
          'inquiry-department.open',
          MORNING_BUTTON.department,
          joinParts(inquiry.id, line.departmentId),
        ),
      ]),
    ];
  }
  if (!isOpen || line.departments.length === 0) return [paragraph(morningText.allAnswered(inquiry.title))];
  return byDepartment(line, today, blockId, ({ departmentName, sections }) =>
    listLines(sectionTexts(sections), morningText.separator, {
      first: morningText.openDepartment(departmentName),
      next: morningText.openDepartmentGoesOn(departmentName),
    }),
  );
};

/** The same in numbers, where there is room for no more: all else is a button away. */
export const unansweredNumbers = (line: Unanswered, today: string, blockId: string): readonly KnownBlock[] =>
  byDepartment(line, today, blockId, ({ departmentName, sections }) => [
    `${morningText.openDepartment(departmentName)}${morningText.openCount(openIn(sections))}`,
  ]);
