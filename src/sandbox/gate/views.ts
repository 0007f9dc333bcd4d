import { block } from './blocks.ts';
import { at, type Finding, fault } from './report.ts';
import { byType, isObject, itemsOf, list, type Rule, type Rules, typed, type WholeRule } from './rule.ts';
import { plainText } from './text-objects.ts';
import { uniqueness } from './uniqueness.ts';
import { flag, identifier, text } from './values.ts';

/** 250 KB, read as the smaller of its two meanings. */
const MOST_BYTES = 250_000;

const common: Rules = {
  private_metadata: text({ min: 0, max: 3000 }),
  callback_id: identifier,
  external_id: identifier,
};

const blocks: Rule = list({ min: 0, max: 100 }, block);

const unique: WholeRule = (view, place) => uniqueness(view.blocks, at(place, 'blocks'));

const submitWithInput: WholeRule = (view, place) => {
  const asks = itemsOf(view.blocks).some((candidate) => isObject(candidate) && candidate.type === 'input');
  return asks && view.submit === undefined ? fault(place, 'missing required field: submit') : [];
};

const anyView: Rule = byType({
  modal: typed(
    { title: plainText(24), blocks },
    { ...common, submit: plainText(24), close: plainText(24), clear_on_close: flag, notify_on_close: flag },
    submitWithInput,
    unique,
  ),
  home: typed({ blocks }, common, unique),
});

/** What is wrong with a view, its size in UTF-8 bytes included (3 for most Japanese characters). */
export const viewFindings = (view: unknown): readonly Finding[] => {
  const surface = isObject(view) && view.type === 'home' ? 'home' : 'modal';
  const root = { surface, pointer: '' } as const;
  const bytes = Buffer.byteLength(JSON.stringify(view) ?? '');
  return [
    ...(bytes > MOST_BYTES ? fault(root, `must be less than ${MOST_BYTES + 1} bytes`, 'view_too_large') : []),
    ...anyView(view, root),
  ];
};
