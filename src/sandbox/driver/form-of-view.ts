import { type ActionOutcome, askOptions, pressElement } from '../acts/acting.ts';
import { type Entry, enteredValue, type FieldValue, isField, rawValue } from '../acts/field-values.ts';
import { type Field, fieldsOf, isDispatching, valuesByLabel, withValue } from '../acts/fields.ts';
import type { Line } from '../acts/line.ts';
import { closeView } from '../acts/submitting.ts';
import { elementsOf, type JsonObject, type OptionShape, optionsOf } from '../workspace/shapes.ts';
import type { StoredView } from '../workspace/stored.ts';
import { chosenFiles } from './choosing-files.ts';
import { type ActionResult, actionOf, type Form, type FormStore } from './form.ts';
import { submitForm } from './form-submit.ts';
import { nameIn } from './messages-read.ts';
import { buttonsOf, readBlocks } from './reading.ts';
import { actionResult } from './results.ts';
import { waitFor } from './waiting.ts';

/** The form of the view `viewId`, whose fields live in `store`. */
export const createForm = (line: Line, store: FormStore, viewId: string): Form => {
  const { workspace } = line;
  const { patience } = store;
  const shown = (): StoredView => store.last(viewId);
  const blocks = () => shown().payload.blocks;
  const fields = (): readonly Field[] => fieldsOf(blocks());
  const blockLabel = (blockId: string): string =>
    fields().find((field) => field.blockId === blockId)?.label ?? blockId;
  const surface = () => ({ view: shown(), values: store.values(viewId) });
  const result = (outcome: ActionOutcome): ActionResult => actionResult(line, store, shown().person, outcome);

  const field = (label: string): Promise<Field> => {
    const look = (): Field | undefined => fields().find((each) => each.label === label);
    const seen = (): string =>
      `${shown().payload.title?.text ?? ''}: ${fields()
        .map((each) => each.label)
        .join(' / ')}`;
    return waitFor(workspace.changes, look, { patience, what: `the field 「${label}」`, seen });
  };
  const valueFor = async ({ element, blockId, actionId }: Field, entry: Entry): Promise<FieldValue> => {
    const { person } = shown();
    if (element.type === 'file_input') {
      const files = chosenFiles(element, entry).map((file) => line.files.add(person, file));
      return rawValue(element, files.map(line.files.output));
    }
    if (!element.type.endsWith('external_select')) return enteredValue({ element }, entry);
    // Each is typed and chosen by itself.
    const typed = (Array.isArray(entry) ? entry : [entry]).filter((words) => words !== null && words !== '');
    const offered: OptionShape[] = [];
    for (const words of typed)
      offered.push(
        ...(await askOptions(line, person, surface(), { blockId, actionId, typed: String(words) })),
      );
    return enteredValue({ element }, entry, offered);
  };
  const enter = async (label: string, entry: Entry): Promise<void> => {
    const found = await field(label);
    const { blockId, actionId } = found;
    const value = await valueFor(found, entry);
    store.setValues(viewId, withValue(store.values(viewId), found, value));
    if (!isDispatching(found)) return;
    const action = { ...value, action_id: actionId, block_id: blockId };
    await pressElement(line, shown().person, surface(), action);
  };

  const form: Form = {
    viewId,
    get isOpen() {
      return workspace.views.find(viewId) !== undefined;
    },
    get hash() {
      return shown().hash;
    },
    get callbackId() {
      return shown().payload.callback_id;
    },
    get privateMetadata() {
      return shown().payload.private_metadata;
    },
    get title() {
      return shown().payload.title?.text ?? '';
    },
    get submitText() {
      return shown().payload.submit?.text ?? '';
    },
    get text() {
      return [form.title, readBlocks(blocks(), nameIn(workspace))].join('\n').trim();
    },
    get labels() {
      return fields().map((each) => each.label);
    },
    get values() {
      return valuesByLabel(blocks(), store.values(viewId));
    },
    get errors() {
      const entries = Object.entries(store.errors(viewId));
      return Object.fromEntries(entries.map(([blockId, error]) => [blockLabel(blockId), error]));
    },
    get buttons() {
      return buttonsOf(blocks());
    },
    get blocks() {
      return blocks();
    },
    options: (label) => {
      const found = fields().find((each) => each.label === label);
      return found === undefined ? [] : optionsOf(found.element).map((option) => option.text.text);
    },
    offered: async (label, typed) => {
      const { blockId, actionId } = await field(label);
      const options = await askOptions(line, shown().person, surface(), { blockId, actionId, typed });
      return options.map((option) => option.text.text);
    },
    fill: async (entries) => {
      for (const [label, entry] of Object.entries(entries)) await enter(label, entry);
    },
    force: (raw) => {
      for (const [blockId, given] of Object.entries(raw)) {
        const target = fields().find((each) => each.blockId === blockId);
        const place = target ?? { blockId, actionId: blockId };
        const whole = typeof given === 'object' && given !== null && !Array.isArray(given);
        const element = target?.element ?? { type: 'plain_text_input' };
        const value: FieldValue = whole ? { type: element.type, ...given } : rawValue(element, given);
        store.setValues(viewId, withValue(store.values(viewId), place, value));
      }
    },
    press: async (words, { block, ...options } = {}) => {
      const look = (): JsonObject | undefined =>
        elementsOf(blocks())
          .filter(({ element, blockId }) => !isField(element) && (block === undefined || blockId === block))
          .map((placed) => actionOf(placed, words))
          .find((action) => action !== undefined);
      const seen = (): string => form.buttons.join(' / ');
      const action = await waitFor(workspace.changes, look, {
        patience,
        what: `the button 「${words}」`,
        seen,
      });
      return result(await pressElement(line, shown().person, surface(), action, options));
    },
    submit: (options) => submitForm(line, store, form, options),
    close: (options) => closeView(line, viewId, store.values(viewId), options),
    until: (fits) =>
      waitFor(workspace.changes, () => (fits(form) ? form : undefined), {
        patience,
        what: 'a change of the form',
        seen: () => form.text,
      }),
  };
  return form;
};
