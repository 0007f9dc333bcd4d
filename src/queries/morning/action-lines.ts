import { isReopenable } from '../../domain/action-item/action-item.ts';
import type { ActionLine, PlacedAction } from '../../domain/action-item/line.ts';
import { type Owners, relationTo } from '../../domain/inquiry/responsible.ts';
import type { MorningLine } from '../../domain/morning/morning.ts';
import { isReachable } from '../../domain/person/person.ts';
import { partsOf, subjectOf } from '../../domain/subject.ts';
import { placeActions } from '../action-item.ts';
import { readOwners } from '../inquiry/responsibles.ts';
import type { LineReading } from './reading.ts';

/** Reads all lines among these that are about a 対応事項 at once; gives what each says, if it is in the record. */
export const readActionLines = async (
  reading: LineReading,
  names: readonly MorningLine[],
): Promise<(ref: string) => ActionLine | undefined> => {
  const { record, reader, now, today, dueText } = reading;
  const refs = names.filter(({ kind }) => kind === 'action-item').map(({ ref }) => ref);
  const ids = refs.flatMap((ref) => partsOf('action-item', ref)?.[0] ?? []);
  if (ids.length === 0) return () => undefined;
  const [placed, postponed] = await Promise.all([
    record.actionItems.ofIds([...new Set(ids)]).then((items) => placeActions(record, items)),
    record.postponedLines.ofRefs(reader, refs),
  ]);
  const ofSection = placed.flatMap(({ item: { responsible } }) =>
    responsible.kind === 'section'
      ? [{ sectionId: responsible.sectionId, role: 'promoter' as const, delegateId: null }]
      : [],
  );
  const ownersOf = ofSection.length === 0 ? undefined : await readOwners(record, today, ofSection);
  const ownersOfItem = ({ item }: PlacedAction): Owners => {
    const { responsible } = item;
    if (responsible.kind === 'person') {
      const { person } = responsible;
      return { people: [person], relation: isReachable(person) ? 'own' : 'unreachable' };
    }
    const owned = { sectionId: responsible.sectionId, role: 'promoter', delegateId: null } as const;
    return ownersOf?.(owned) ?? { people: [], relation: 'vacant' };
  };
  const lines = new Map<string, ActionLine>(
    placed.map((one) => {
      const ref = subjectOf('action-item', one.item.id);
      const owners = ownersOfItem(one);
      const relation = relationTo(reader, owners);
      const until = postponed.get(ref);
      const line: ActionLine = {
        ...one,
        kind: 'action-item',
        relation,
        names: relation === 'own' ? [] : owners.people.map(({ name }) => name),
        postponedUntil: until !== undefined && until > today ? until : null,
        isReopenable: isReopenable(one.item, now),
        ...dueText(one.item.dueOn),
      };
      return [ref, line];
    }),
  );
  return (ref) => lines.get(ref);
};
