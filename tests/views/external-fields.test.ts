import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkOptions, checkView } from '../../src/sandbox/gate/gate.ts';
import { form } from '../../src/views/blocks.ts';
import {
  externalSelectField,
  multiExternalSelectField,
  offeredOptions,
  sectionChoice,
} from '../../src/views/external-fields.ts';

/** Fields whose choices are found by typing. */

const Option = z.object({ value: z.string() });
const Shown = z.object({
  element: z.object({ initial_option: Option.optional(), initial_options: z.array(Option).optional() }),
});

const sections = (letters: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `11111111-1111-4111-8111-${String(index).padStart(12, '0')}`,
    departmentName: '部'.repeat(letters),
    name: `${index}${'課'.repeat(letters)}`.slice(0, 60),
  }));

test('of 300 sections the first hundred are offered', () => {
  const options = offeredOptions(sections(5, 300).map(sectionChoice));
  expect([options.length, options[99]?.text.text]).toEqual([100, '部部部部部 99課課課課課']);
  expect(checkOptions({ options })).toEqual([]);
});

test('of those with the longest names as many as Socket Mode takes in one acknowledgement', () => {
  const options = offeredOptions(sections(60, 300).map(sectionChoice));
  expect(checkOptions({ options })).toEqual([]);
  const bytes = Buffer.byteLength(JSON.stringify({ options }));
  expect([bytes < 19_100, bytes > 18_500]).toEqual([true, true]);
});

test('the name of a section is told whole, where its department’s gives way', () => {
  const [section] = sections(60, 1);
  if (section === undefined) throw new Error('no section');
  expect(sectionChoice(section).text).toBe(`${'部'.repeat(13)}… ${section.name}`);
});

test('what stands there already is shown, one or several', () => {
  const [one, other] = sections(3, 2).map(sectionChoice);
  if (one === undefined || other === undefined) throw new Error('no sections');
  const field = { label: '課・室等', placeholder: '名前で探す', optional: true };
  const view = form('試し', 'try', '登録する', [
    externalSelectField({ ...field, name: 'empty', actionId: 'empty' }),
    externalSelectField({ ...field, name: 'one', actionId: 'one', initial: one }),
    multiExternalSelectField({ ...field, name: 'none', actionId: 'none' }),
    multiExternalSelectField({ ...field, name: 'both', actionId: 'both', initial: [one, other] }),
  ]);
  expect(checkView(view)).toEqual([]);
  const shown = view.blocks.map((block) => {
    const { element } = Shown.parse(block);
    return element.initial_option?.value ?? element.initial_options?.map(({ value }) => value);
  });
  expect(shown).toEqual([undefined, one.value, undefined, [one.value, other.value]]);
});
