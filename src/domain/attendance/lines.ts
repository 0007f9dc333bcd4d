import { type Named, type PeopleIndex, whoIsMeant } from '../person/match.ts';
import { EmailAddress, type Person, PersonName } from '../person/person.ts';
import { nameKey } from '../person/written-name.ts';
import { type Result, refuse, succeed } from '../result.ts';
import type { AttendanceProblem } from './attendance.ts';

/** The lines of Slack未利用の受講者 in which something stands, each once. */
export const writtenLines = (text: string): readonly string[] => [
  ...new Map(
    text
      .split(/\r\n|\r|\n/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => [nameKey(line), line]),
  ).values(),
];

/** What a line says: 氏名, メール, or both in any order; `name` is empty where there is only an address. */
const readLine = (line: string): { readonly name: string; readonly email: string | undefined } => {
  const words = line.split(/[\s　,、]+/u).filter((word) => word !== '');
  const address = words.find((word) => /[@＠]/u.test(word));
  return { name: words.filter((word) => word !== address).join(' '), email: address };
};

/**
 * Who is meant by a line. An address alone names only somebody of the record; a name that the record does not have is a new
 * person's. A list of who came renames nobody.
 */
export const whoIsOnLine = (
  line: string,
  people: PeopleIndex,
  sectionsOf: (person: Person) => readonly string[],
): Result<Named, AttendanceProblem> => {
  const { name, email } = readLine(line);
  const address = email === undefined ? null : EmailAddress.safeParse(email).data;
  const isNameless = name === '' && (address === null || people.byEmail(address ?? '') === undefined);
  if (address === undefined || isNameless || (name !== '' && !PersonName.safeParse(name).success))
    return refuse({ field: 'peopleWithoutSlack', kind: 'nobody-found', line });
  const meant = whoIsMeant({ slackId: null, email: address, name }, people, sectionsOf);
  if (!meant.ok)
    return refuse({
      field: 'peopleWithoutSlack',
      kind: 'name-unclear',
      line,
      sections: 'sections' in meant.error ? meant.error.sections : [],
    });
  const named = meant.value;
  if (named.kind === 'new') return succeed(named);
  const { email: learned } = named.learned;
  return succeed({ ...named, learned: learned === undefined ? {} : { email: learned } });
};
