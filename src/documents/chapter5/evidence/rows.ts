import type { BodySection } from '../../../domain/body/body.ts';
import { printMeetingDate } from '../../../domain/meeting/print.ts';
import { printRecordDate } from '../../../domain/occasion/date.ts';
import type { Appointment } from '../../../domain/promoter/appointment.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { BodyChapter, Chapter5Facts, ChapterSources } from '../../../services/read-chapter5.ts';
import { chapterText, evidenceText } from '../../../texts/chapter5.ts';
import { ROLE_WORD } from '../../../texts/role-guide.ts';
import { rowDaysOf } from '../../writing/row-days.ts';
import { meetingsPrinted } from '../printed.ts';
import type { EvidenceRow } from './row.ts';
import { whoActed } from './row.ts';
import { trainingEvidence } from './training.ts';

const SECTION_WORD: Readonly<Record<Exclude<BodySection, 'none'>, string>> = {
  meetings: chapterText.meetings,
  liaison: chapterText.liaison,
};

/** Every No of a body's table: so many rows, so many meetings. */
const ofBody = (chapter: BodyChapter, section: string, sources: ChapterSources): readonly EvidenceRow[] =>
  meetingsPrinted(chapter).map(({ meeting, no }) => ({
    place: evidenceText.ofBody(section, chapter.body.name),
    number: evidenceText.no(no),
    record: evidenceText.meeting(meeting.items.length),
    part: 1,
    date: printMeetingDate(meeting),
    days: rowDaysOf([meeting.date]),
    ...whoActed(sources, subjectOf('meeting', meeting.id), meeting),
  }));

/** Who is appointed is told by section and role, not by name; whoever holds several counts at the first. */
const ofAppointments = (
  place: string,
  count: number,
  appointments: readonly Appointment[],
  { departments, ...sources }: ChapterSources,
): readonly EvidenceRow[] => {
  const places = departments.flatMap(({ name, sections }) =>
    sections.map((section) => ({ id: section.id, called: `${name} ${section.name}` })),
  );
  const order = new Map(places.map(({ id, called }, index) => [id, { called, index }]));
  const counted = new Set<string>();
  return appointments
    .toSorted(
      (one, other) => (order.get(one.sectionId)?.index ?? 0) - (order.get(other.sectionId)?.index ?? 0),
    )
    .map((appointment) => {
      const part = counted.has(appointment.person.id) ? 0 : 1;
      counted.add(appointment.person.id);
      const days = { first: appointment.startsOn, last: appointment.endsOn };
      return {
        place,
        number: evidenceText.appointed(count),
        record: `${order.get(appointment.sectionId)?.called ?? ''} ${ROLE_WORD[appointment.role]}`.trim(),
        part,
        date: printRecordDate({ kind: 'days', ...days }),
        days,
        ...whoActed(sources, subjectOf('appointment', appointment.id), appointment),
      };
    });
};

/**
 * The rows of the record by which every number that chapter 5 prints is counted, in its order. Nobody who attended a training and nobody
 * who is appointed is named: the file is handed on.
 */
export const evidenceOf = (facts: Chapter5Facts): readonly EvidenceRow[] => {
  const { bodies, appointed, sources } = facts;
  const of = (section: keyof typeof SECTION_WORD): readonly EvidenceRow[] =>
    bodies
      .filter(({ body }) => body.section === section)
      .flatMap((chapter) => ofBody(chapter, SECTION_WORD[section], sources));
  return [
    ...of('meetings'),
    ...ofAppointments(chapterText.promoters, appointed.onFirstDay, sources.appointed.onFirstDay, sources),
    ...(appointed.onFirstDay === 0
      ? []
      : ofAppointments(evidenceText.later, appointed.later, sources.appointed.later, sources)),
    ...trainingEvidence(facts),
    ...of('liaison'),
  ];
};
