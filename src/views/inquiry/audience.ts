import type { Department } from '../../domain/department.ts';
import type { Inquiry } from '../../domain/inquiry/inquiry.ts';
import { AUDIENCE_TOLD, INQUIRY_AUDIENCE_WORD, statusText } from '../../texts/inquiry.ts';
import { listLines } from '../list-lines.ts';

/** 対象 in lines: everybody by the form's own words, departments each by name, chosen people by their number. */
export const audienceLines = (
  { audience, departmentIds, chosen }: Pick<Inquiry, 'audience' | 'departmentIds' | 'chosen'>,
  departments: readonly Pick<Department, 'id' | 'name'>[],
): readonly string[] => {
  if (audience === 'people') return [`${statusText.audience}${AUDIENCE_TOLD.people(chosen.length)}`];
  if (audience !== 'departments') return [`${statusText.audience}${INQUIRY_AUDIENCE_WORD[audience]}`];
  const names = departments.filter(({ id }) => departmentIds.includes(id)).map(({ name }) => name);
  const last = names.length - 1;
  return listLines(
    names.map((name, index) => (index === last ? `${name}${AUDIENCE_TOLD.ofDepartments}` : name)),
    statusText.dot,
    { first: statusText.audience, next: AUDIENCE_TOLD.goesOn },
  );
};
