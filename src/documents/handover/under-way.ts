import type { PlacedAction } from '../../domain/action-item/line.ts';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { type LocalDate, todayInTokyo } from '../../domain/calendar/local-date.ts';
import { printAgenda } from '../../domain/meeting/agenda.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { handoverPart, underWayText } from '../../texts/handover.ts';
import { INQUIRY_STATE_WORD } from '../../texts/inquiry.ts';
import { DELIVERY_WORD } from '../../texts/job.ts';
import { WRITTEN_STATE_WORD } from '../../texts/written-course.ts';
import type { Cell, DocumentPart } from '../writing/text-document.ts';
import { newsParts } from './news.ts';
import { opinionParts } from './opinions.ts';
import { heading, lines, tableOf } from './parts.ts';
import { waitingParts } from './waiting.ts';
import type { HandoverYear } from './years.ts';

type UnderWay = SecretariatHandover['underWay'];
const TEXT = underWayText;

/** Who of each department has not answered, a line each. */
const openLines = ({ departments }: UnderWay['inquiries'][number]): Cell => {
  const open = departments.flatMap(({ department, targets }) => {
    const sections = targets
      .filter(({ answer }) => answer === null)
      .map(({ sectionId, returned }) => {
        const name = department.sections.find(({ id }) => id === sectionId)?.name ?? '';
        return returned === null ? name : TEXT.inquiry.returned(name);
      });
    const names = [...new Set(sections)].join(handoverPart.between);
    return sections.length === 0 ? [] : [TEXT.inquiry.openOf(department.name, names)];
  });
  return open.length === 0 ? [TEXT.inquiry.allAnswered] : open;
};

const draftTable = (
  caption: string,
  drafts: readonly {
    readonly what: Cell;
    readonly dueOn: LocalDate;
    readonly createdAt: Date;
  }[],
): DocumentPart =>
  tableOf(
    caption,
    [
      [TEXT.draftColumn.what, 52],
      [TEXT.draftColumn.due, 24],
      [TEXT.draftColumn.made, 24],
    ],
    drafts.map(({ what, dueOn, createdAt }) => [
      what,
      [printDayWithWeekday(dueOn)],
      [printDayWithWeekday(todayInTokyo(createdAt))],
    ]),
  );

const inquiryParts = ({ inquiries, inquiryDrafts }: UnderWay): readonly DocumentPart[] => [
  heading(TEXT.inquiries, 2),
  tableOf(
    TEXT.inquiries,
    [
      [TEXT.inquiry.column.what, 30],
      [TEXT.inquiry.column.due, 20],
      [TEXT.inquiry.column.standing, 16],
      [TEXT.inquiry.column.open, 34],
    ],
    inquiries.map((one) => {
      const { inquiry, tally } = one;
      const { fiscalYear, number, title, dueOn, collectBy, state } = inquiry;
      return [
        [TEXT.inquiry.name(printFiscalYear(fiscalYear), number), title],
        [
          printDayWithWeekday(dueOn),
          ...(collectBy === null ? [] : [TEXT.inquiry.collectBy(printDayWithWeekday(collectBy))]),
        ],
        [INQUIRY_STATE_WORD[state], TEXT.inquiry.answered(tally.answered, tally.asked)],
        openLines(one),
      ];
    }),
  ),
  heading(TEXT.inquiryDrafts, 3),
  draftTable(
    TEXT.inquiryDrafts,
    inquiryDrafts.map(({ title, dueOn, createdAt }) => ({ what: [title], dueOn, createdAt })),
  ),
];

const writtenParts = ({ written, writtenDrafts }: UnderWay): readonly DocumentPart[] => [
  heading(TEXT.written, 2),
  tableOf(
    TEXT.written,
    [
      [TEXT.writtenColumn.body, 24],
      [TEXT.writtenColumn.due, 22],
      [TEXT.writtenColumn.standing, 18],
      [TEXT.writtenColumn.items, 36],
    ],
    written.map(({ meeting, bodyName, asked, answered }) => [
      [bodyName],
      [printDayWithWeekday(meeting.dueOn)],
      [WRITTEN_STATE_WORD[meeting.state], TEXT.inquiry.answered(answered, asked)],
      printAgenda(meeting.items),
    ]),
  ),
  heading(TEXT.writtenDrafts, 3),
  draftTable(
    TEXT.writtenDrafts,
    writtenDrafts.map(({ meeting, bodyName }) => ({
      what: [bodyName, ...printAgenda(meeting.items)],
      dueOn: meeting.dueOn,
      createdAt: meeting.createdAt,
    })),
  ),
];

/** Who is responsible for a 対応事項: a section, or somebody by name. */
const responsibleWord = ({ item: { responsible }, place }: PlacedAction): string => {
  if (responsible.kind === 'person') return handoverPart.named(responsible.person.name);
  return place === null ? '' : handoverPart.place(place.departmentName, place.sectionName);
};

const actionParts = ({ actions }: UnderWay): readonly DocumentPart[] => [
  heading(TEXT.actions, 2),
  tableOf(
    TEXT.actions,
    [
      [TEXT.actionColumn.text, 36],
      [TEXT.actionColumn.meeting, 24],
      [TEXT.actionColumn.who, 20],
      [TEXT.actionColumn.due, 20],
    ],
    actions.map((action) => [
      [action.item.text],
      [action.bodyName, printMeetingDate(action.item.meeting)],
      [responsibleWord(action)],
      [printDayWithWeekday(action.item.dueOn)],
    ]),
  ),
];

const failedParts = ({ failed }: UnderWay): readonly DocumentPart[] => [
  heading(TEXT.failed, 2),
  ...(failed.length === 0 ? [] : [lines(TEXT.failedNote)]),
  tableOf(
    TEXT.failed,
    [
      [TEXT.failedColumn.kind, 50],
      [TEXT.failedColumn.standing, 34],
      [TEXT.failedColumn.count, 16],
    ],
    failed.map(({ kind, isUnshown, count }) => [
      [DELIVERY_WORD[kind]],
      [isUnshown ? TEXT.unshown : TEXT.dead],
      [TEXT.count(count)],
    ]),
  ),
];

const unsettledParts = (years: readonly HandoverYear[]): readonly DocumentPart[] => [
  heading(TEXT.unsettled, 2),
  ...years.flatMap(({ year, unsettled }) => [
    heading(TEXT.chapter(printFiscalYear(year)), 3),
    lines(...(unsettled.length === 0 ? [handoverPart.none] : unsettled.map(({ text }) => text))),
  ]),
];

/** 進めているもの: all that was begun and has not come to its end, and what waits for the secretariat. */
export const underWayParts = (
  { underWay, waiting }: SecretariatHandover,
  years: readonly HandoverYear[],
): readonly DocumentPart[] => [
  heading(handoverPart.numbered(2, TEXT.title)),
  ...inquiryParts(underWay),
  ...writtenParts(underWay),
  ...opinionParts(underWay),
  ...newsParts(underWay),
  ...actionParts(underWay),
  ...waitingParts(waiting),
  ...failedParts(underWay),
  ...unsettledParts(years),
];
