import type { BodySection } from '../../../domain/body/body.ts';
import { printMeetingDate } from '../../../domain/meeting/print.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { BodyChapter, Chapter5Facts, ChapterSources } from '../../../services/read-chapter5.ts';
import { chapterText, evidenceText } from '../../../texts/chapter5.ts';
import { rowDaysOf } from '../../writing/row-days.ts';
import { meetingsPrinted } from '../printed.ts';
import { appointmentEvidence } from './appointments.ts';
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
    ...appointmentEvidence(
      chapterText.promoters,
      appointed.onFirstDay,
      sources.appointed.onFirstDay,
      sources,
    ),
    ...(appointed.onFirstDay === 0
      ? []
      : appointmentEvidence(evidenceText.later, appointed.later, sources.appointed.later, sources)),
    ...trainingEvidence(facts),
    ...of('liaison'),
  ];
};
