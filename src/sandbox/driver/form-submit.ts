import { clientErrors, fieldsOf } from '../acts/fields.ts';
import type { Line } from '../acts/line.ts';
import { submitView } from '../acts/submitting.ts';
import type { Form, FormStore, SubmitOptions, SubmitResult } from './form.ts';

/** Presses submit: what the client finds is shown without a request, all else is the bot's to say. */
export const submitForm = async (
  line: Line,
  store: FormStore,
  form: Form,
  { force = false, ...options }: SubmitOptions = {},
): Promise<SubmitResult> => {
  const { viewId } = form;
  if (!form.isOpen) throw new Error(`the form 「${form.title}」 is closed`);
  if (form.submitText === '') throw new Error(`the form 「${form.title}」 has no submit button`);
  const { blocks } = store.last(viewId).payload;
  const found = force ? {} : clientErrors(blocks, store.values(viewId));
  store.setErrors(viewId, found);
  if (Object.keys(found).length > 0) return { closed: false, errors: form.errors };

  const labels = fieldsOf(blocks);
  const outcome = await submitView(line, viewId, store.values(viewId), options);
  switch (outcome.kind) {
    case 'closed':
      return { closed: !form.isOpen, errors: {} };
    case 'errors':
      store.setErrors(viewId, outcome.errors);
      return {
        closed: false,
        errors: Object.fromEntries(
          Object.entries(outcome.errors).map(([blockId, error]) => [
            labels.find((field) => field.blockId === blockId)?.label ?? blockId,
            error,
          ]),
        ),
      };
    case 'updated':
    case 'pushed':
      return { closed: false, errors: {}, form: store.form(outcome.view.id) };
    case 'failed':
      return { closed: false, errors: {}, failed: 'trouble connecting' };
  }
};
