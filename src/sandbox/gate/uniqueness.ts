import { at, type Finding, fault, type Place } from './report.ts';
import { duplicates, isObject, itemsOf, type JsonObject } from './rule.ts';

type Placed = { readonly value: JsonObject; readonly place: Place };

const placed = (value: unknown, place: Place): readonly Placed[] =>
  isObject(value) ? [{ value, place }] : [];

const blocksOf = (blocks: unknown, place: Place): readonly Placed[] =>
  itemsOf(blocks).flatMap((block, index) => placed(block, at(place, index)));

/** The elements of one block that can carry an action_id, wherever the block keeps them. */
const elementsOf = ({ value, place }: Placed): readonly Placed[] => [
  ...placed(value.element, at(place, 'element')),
  ...placed(value.accessory, at(place, 'accessory')),
  ...itemsOf(value.elements).flatMap((element, index) => placed(element, at(at(place, 'elements'), index))),
];

const repeated = (items: readonly Placed[], field: 'block_id' | 'action_id'): readonly Finding[] =>
  duplicates(
    items.map(({ value, place }) => ({ key: value[field], place: at(place, field) })),
    field,
  );

/**
 * What must be there once in a surface: each block_id; each action_id, within its block in a message and within the
 * whole of a view (the state of a view is read by them); one element with the focus.
 */
export const uniqueness = (blocks: unknown, place: Place): readonly Finding[] => {
  const all = blocksOf(blocks, place);
  const elements = all.flatMap(elementsOf);
  const focused = elements.filter(({ value }) => value.focus_on_load === true);
  return [
    ...repeated(all, 'block_id'),
    ...(place.surface === 'message'
      ? all.flatMap((block) => repeated(elementsOf(block), 'action_id'))
      : repeated(elements, 'action_id')),
    ...focused
      .slice(1)
      .flatMap((element) =>
        fault(at(element.place, 'focus_on_load'), 'only one element can have focus_on_load'),
      ),
  ];
};
