import { printRecordDate } from '../../../domain/occasion/date.ts';
import type { Appointment } from '../../../domain/promoter/appointment.ts';
import { subjectOf } from '../../../domain/subject.ts';
import type { ChapterSources } from '../../../services/read-chapter5.ts';
import { evidenceText } from '../../../texts/chapter5.ts';
import { ROLE_WORD } from '../../../texts/role-guide.ts';
import { type EvidenceRow, whoActed } from './row.ts';

/** Who is appointed is told by section and role, not by name; whoever holds several counts at the first. */
export const appointmentEvidence = (
  place: string,
  count: number,
  appointments: readonly Appointment[],
  { departments, ...sources }: Pick<ChapterSources, 'confirmers' | 'names' | 'departments'>,
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
