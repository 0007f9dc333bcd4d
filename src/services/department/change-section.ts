import type { Actor } from '../../domain/actor.ts';
import { addDays, LAST_DAY } from '../../domain/calendar/local-date.ts';
import {
  type DepartmentDraft,
  type DepartmentProblem,
  placeOf,
  type Section,
} from '../../domain/department.ts';
import { withName } from '../../domain/department-match.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Result, refuse, succeed } from '../../domain/result.ts';
import { subjectOf } from '../../domain/subject.ts';
import type { FormInput, ServiceDeps } from '../service-deps.ts';

/** What of a section can be changed. */
export type SectionChange = Pick<DepartmentDraft, 'section' | 'position' | 'endedOn'>;

/** A section as it was when its form was opened. */
export type OpenedSection = Omit<Section, 'departmentId'>;

const isSame = (section: Section, opened: OpenedSection): boolean =>
  section.name === opened.name && section.position === opened.position && section.endedOn === opened.endedOn;

/** Renames a 課・室等, moves it in the order, or sets its last day (廃止), beyond which nobody may be appointed to it. */
export const changeSection = async (
  { clock, db }: ServiceDeps,
  opened: OpenedSection,
  { key, draft }: FormInput<SectionChange>,
  actor: Actor,
): Promise<Result<null, DepartmentProblem | Refusal>> => {
  const at = clock.now();
  const subject = subjectOf('section', opened.id);
  const act = { actor, action: 'change-section', at, subject };
  return db.submit<null, DepartmentProblem | Refusal>(act, { key, content: draft }, async (record) => {
    if (!isSecretariat(actor)) return refuse({ kind: 'not-allowed', who: 'secretariat' });
    await record.appointments.lock();
    const place = placeOf(await record.departments.all(), opened.id);
    if (place === undefined) return refuse({ kind: 'gone' });
    const { department, section: present } = place;
    if (!isSame(present, opened)) return refuse(await record.changedMeanwhile(subject));
    const { section: name, position = present.position, endedOn = null } = draft;
    if (name === '') return refuse({ field: 'section', kind: 'section-needed' });
    const others = department.sections.filter((section) => section !== present);
    if (withName(others, name) !== undefined) return refuse({ field: 'section', kind: 'section-taken' });
    if (endedOn !== null) {
      const held = await record.appointments.between(addDays(endedOn, 1), LAST_DAY);
      const last = held.find(({ sectionId, confirmedAt }) => sectionId === opened.id && confirmedAt !== null);
      if (last !== undefined)
        return refuse({ field: 'endedOn', kind: 'still-appointed', name: last.person.name });
    }

    const before = { name: present.name, position: present.position, endedOn: present.endedOn };
    const after = { name, position, endedOn };
    await record.departments.putSection(opened.id, after);
    await record.audit({ subject, before, after });
    return succeed(null);
  });
};
