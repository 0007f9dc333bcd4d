import { endsMany, type RosterPlan } from '../../domain/roster/import.ts';
import { rosterImportText as text } from '../../texts/roster-import.ts';

/** Who is not in the record yet, the first `most` of them by name; nothing where there is nobody. */
export const newPeopleLines = (
  newPeople: RosterPlan['newPeople'],
  most: number = newPeople.length,
): readonly string[] => {
  const names = newPeople.slice(0, most).map(({ facts }) => facts.name);
  return newPeople.length === 0
    ? []
    : [text.newPeople(newPeople.length, names, newPeople.length - names.length)];
};

/**
 * What a plan does beside the appointments it lists, a sentence each: that it ends many, who is not in the record yet (the
 * first `most` by name), new places, what is learned of people, and what nobody wrote.
 */
export const rosterNotes = (plan: RosterPlan, most: number = plan.newPeople.length): readonly string[] => {
  const { newPeople, newDepartments, newSections, learned, endings, standing, withoutLastDay } = plan;
  const places = newDepartments.length + newSections.length;
  return [
    ...(endsMany(plan) ? [text.endsMany(endings.length, standing)] : []),
    ...newPeopleLines(newPeople, most),
    ...(places > 0 ? [text.newPlaces(newDepartments.length, newSections.length)] : []),
    ...(learned.length > 0 ? [text.learned(learned.length)] : []),
    ...(withoutLastDay > 0 ? [text.withoutLastDay(withoutLastDay)] : []),
  ];
};
