import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { groupBy } from '../../domain/group-by.ts';
import { type AnswerForm, cameOn, dueOnOf, type InquiryAnswer } from '../../domain/inquiry/inquiry.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import { dayKnownOf } from '../../domain/occasion/date.ts';
import { questionName } from '../../domain/opinion/question.ts';
import type { SectionHandover } from '../../services/handover/read-section.ts';
import {
  firstText,
  handoverPart,
  handoverText,
  promoterHandover as TEXT,
  underWayText,
} from '../../texts/handover.ts';
import { DUTY_WORD, INQUIRY_LABEL } from '../../texts/inquiry.ts';
import { APPLICABLE_WORD, answerText, CONFIRMED_WORD } from '../../texts/inquiry-answer.ts';
import { ROLE_WORD, roleGuideText } from '../../texts/role-guide.ts';
import { SCHEDULE_STANDING } from '../../texts/schedule.ts';
import { matterLines, printEntryDate } from '../../texts/schedule-entry.ts';
import type { Cell, DocumentPart, TextDocument } from '../writing/text-document.ts';
import { type DueRow, dueTable, heading, lines, list, tableOf } from './parts.ts';

type Asked = SectionHandover['open'][number];

/** The place by its names. */
export const handedOverName = ({ department, section }: SectionHandover['place']): string =>
  section === null ? department.name : handoverPart.place(department.name, section.name);

/** An answer as it was given; who entered it is not told. */
const answerCell = (form: AnswerForm, answer: InquiryAnswer | null): Cell => {
  if (answer === null) return [TEXT.noAnswer];
  const { applicable, count, text, file, received } = answer;
  return [
    TEXT.answeredOn(printDayWithWeekday(cameOn({ received }, todayInTokyo(answer.at)))),
    ...(applicable === null ? [] : [applicable ? APPLICABLE_WORD.yes : APPLICABLE_WORD.no]),
    ...(count === null ? [] : [answerText.count(count)]),
    ...(form === 'confirmation' ? [CONFIRMED_WORD] : []),
    ...(text === '' ? [] : [text]),
    ...(file === null ? [] : [TEXT.attached(file.name)]),
  ];
};

const stateOf = ({ target: { answer, returned } }: Asked): Cell => {
  if (answer !== null) return [TEXT.answeredOn(printDayWithWeekday(cameOn(answer, todayInTokyo(answer.at))))];
  return [returned === null ? TEXT.notYet : TEXT.returned];
};

const isUnanswered = ({ target }: Asked): boolean => target.answer === null;

/** What is asked of one section or several: each inquiry once. */
const byInquiry = (asked: readonly Asked[]): readonly (readonly [Asked, ...Asked[]])[] => {
  const ids = [...new Set(asked.map(({ inquiry }) => inquiry.id))];
  return ids.flatMap((id) => {
    const [first, ...others] = asked.filter(({ inquiry }) => inquiry.id === id);
    return first === undefined ? [] : [[first, ...others] as const];
  });
};

/** 評価・意見 about which the place is asked, whole, each once, with the sections that are. */
const questionParts = (asked: readonly Asked[]): readonly DocumentPart[] => {
  const placed = asked.flatMap(({ sectionName, questions }) =>
    questions.map((question) => ({ sectionName, question })),
  );
  const rows = [...groupBy(placed, ({ question }) => question.opinionId).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { question } = first;
    return [
      [
        [questionName(question), question.opinion.item],
        [question.opinion.words],
        same.map(({ sectionName }) => sectionName),
      ],
    ];
  });
  return rows.length === 0
    ? []
    : [
        tableOf(
          TEXT.questions,
          [
            [underWayText.opinionColumn.what, 24],
            [underWayText.opinionColumn.words, 56],
            [TEXT.answerColumn.place, 20],
          ],
          rows,
        ),
      ];
};

/** An open inquiry, whole: what is asked, until when, and how far the place has answered. */
const openParts = (asked: readonly [Asked, ...Asked[]], isDepartment: boolean): readonly DocumentPart[] => {
  const [{ inquiry }] = asked;
  const { title, fiscalYear, number, documentNumber, requester, content, link, file, duty, collectBy } =
    inquiry;
  const facts = [
    { label: INQUIRY_LABEL.duty, lines: [DUTY_WORD[duty]] },
    { label: INQUIRY_LABEL.dueOn, lines: [printDayWithWeekday(inquiry.dueOn)] },
    ...(collectBy === null || !isDepartment
      ? []
      : [{ label: INQUIRY_LABEL.collectBy, lines: [printDayWithWeekday(collectBy)] }]),
    { label: INQUIRY_LABEL.documentNumber, lines: [documentNumber] },
    { label: INQUIRY_LABEL.requester, lines: [requester] },
    { label: INQUIRY_LABEL.content, lines: [content] },
    { label: INQUIRY_LABEL.file, lines: file === null ? [] : [TEXT.documentName(file.name)] },
    { label: INQUIRY_LABEL.link, lines: [link] },
    {
      label: isDepartment ? TEXT.oursEach : TEXT.ours,
      lines: asked.flatMap((one) =>
        isDepartment ? stateOf(one).map((state) => `${one.sectionName} ${state}`) : stateOf(one),
      ),
    },
  ];
  return [
    heading(`${underWayText.inquiry.name(printFiscalYear(fiscalYear), number)} ${title}`, 2),
    { kind: 'facts', facts: facts.filter((fact) => fact.lines.join('') !== '') },
    ...questionParts(asked),
  ];
};

const dueRows = ({ open, actions, meetings, trainings, today }: SectionHandover): readonly DueRow[] => [
  ...open.filter(isUnanswered).map((one) => ({
    day: dueOnOf(one.inquiry, one.target),
    kind: TEXT.kind.inquiry,
    what: [one.inquiry.title, one.sectionName],
    next: TEXT.next.inquiry,
    mayBeLate: true,
  })),
  ...actions.map(({ item, bodyName }) => ({
    day: item.dueOn,
    kind: TEXT.kind.action,
    what: [item.text, bodyName],
    next: TEXT.next.action,
    mayBeLate: true,
  })),
  ...[...meetings, ...trainings].flatMap((entry) => {
    const day = dayKnownOf(entry.facts.date);
    if (day === undefined || day < today) return [];
    const kind = entry.kind === 'training' ? 'training' : 'meeting';
    return [
      { day, kind: TEXT.kind[kind], what: [entry.title, printEntryDate(entry)], next: TEXT.next[kind] },
    ];
  }),
];

const ANSWERS_HEADING = handoverPart.numbered(5, TEXT.answers);

const answeredTable = ({ answered }: SectionHandover): DocumentPart =>
  tableOf(
    ANSWERS_HEADING,
    [
      [TEXT.answerColumn.when, 20],
      [TEXT.answerColumn.what, 26],
      [TEXT.answerColumn.place, 16],
      [TEXT.answerColumn.answer, 38],
    ],
    answered.map(({ inquiry: { askedOn, fiscalYear, number, title, answerForm }, target, sectionName }) => [
      askedOn === null ? [] : [printDayWithWeekday(askedOn)],
      [underWayText.inquiry.name(printFiscalYear(fiscalYear), number), title],
      [sectionName],
      answerCell(answerForm, target.answer),
    ]),
    TEXT.answersNone,
  );

/** What a successor of a 協働推進員 needs, in the order of need; of a 主任 that of all sections of the department. */
export const sectionDocument = (handover: SectionHandover): TextDocument => {
  const { place, today, report, open, actions, trainings, meetings, contact } = handover;
  const isDepartment = place.section === null;
  const name = handedOverName(place);
  const title = handoverText.ofPlace(name);
  const day = printDayWithWeekday(today);
  const inquiries = byInquiry(open);
  return {
    title,
    running: handoverPart.running(title, day),
    parts: [
      lines(TEXT.lead(name, ROLE_WORD[isDepartment ? 'chief' : 'promoter']), handoverPart.asOf(day)),
      heading(handoverPart.numbered(1, firstText.title)),
      ...(report === null ? [] : [lines(TEXT.report(report.open, printDayWithWeekday(report.dueOn)))]),
      heading(firstText.soon, 2),
      dueTable(dueRows(handover), today),
      heading(handoverPart.numbered(2, TEXT.dutiesTitle)),
      lines(...roleGuideText.duties.map((duty, index) => roleGuideText.duty(index + 1, duty))),
      heading(handoverPart.numbered(3, TEXT.open)),
      ...(inquiries.length === 0
        ? [lines(TEXT.openNone)]
        : inquiries.flatMap((asked) => openParts(asked, isDepartment))),
      heading(handoverPart.numbered(4, TEXT.actions)),
      tableOf(
        handoverPart.numbered(4, TEXT.actions),
        [
          [underWayText.actionColumn.text, 44],
          [underWayText.actionColumn.meeting, 32],
          [underWayText.actionColumn.due, 24],
        ],
        actions.map(({ item, bodyName }) => [
          [item.text],
          [bodyName, printMeetingDate(item.meeting)],
          [printDayWithWeekday(item.dueOn)],
        ]),
        TEXT.actionNone,
      ),
      heading(ANSWERS_HEADING),
      lines(TEXT.answersLead),
      answeredTable(handover),
      heading(handoverPart.numbered(6, TEXT.trainings)),
      tableOf(
        handoverPart.numbered(6, TEXT.trainings),
        [
          [TEXT.trainingColumn.date, 30],
          [TEXT.trainingColumn.name, 28],
          [TEXT.trainingColumn.venue, 28],
          [TEXT.trainingColumn.standing, 14],
        ],
        trainings.map((entry) => [
          [printEntryDate(entry)],
          [entry.title],
          matterLines(entry),
          [SCHEDULE_STANDING[entry.standing]],
        ]),
        TEXT.trainingNone,
      ),
      heading(handoverPart.numbered(7, TEXT.meetings)),
      tableOf(
        handoverPart.numbered(7, TEXT.meetings),
        [
          [TEXT.meetingColumn.date, 32],
          [TEXT.meetingColumn.name, 28],
          [TEXT.meetingColumn.items, 40],
        ],
        meetings.map((entry) => [
          [printEntryDate(entry)],
          [entry.title],
          entry.kind === 'training' ? [] : printAgenda(entry.facts.items),
        ]),
        TEXT.meetingNone,
      ),
      heading(handoverPart.numbered(8, TEXT.help)),
      list(TEXT.helpLines),
      lines(TEXT.contact(contact)),
    ],
  };
};
