import type { FormValues } from '../acts/field-values.ts';
import { carriedValues } from '../acts/fields.ts';
import type { Line } from '../acts/line.ts';
import type { StoredView } from '../workspace/stored.ts';
import type { Form, FormStore } from './form.ts';
import { createForm } from './form-of-view.ts';

type Entered = {
  readonly view: StoredView;
  readonly values: FormValues;
  readonly errors: Readonly<Record<string, string>>;
};

/** Follows every view of the workspace from its opening on, so that values survive updates as they do in Slack. */
export const createFormStore = (line: Line, patience: number): FormStore => {
  const { changes, views } = line.workspace;
  const entered = new Map<string, Entered>();
  const forms = new Map<string, Form>();
  const known = (viewId: string): Entered => {
    const found = entered.get(viewId);
    if (found === undefined) throw new Error(`no such view: ${viewId}`);
    return found;
  };
  changes.listen((change) => {
    if (change.kind !== 'opened' && change.kind !== 'updated' && change.kind !== 'published') return;
    const { view } = change;
    const values = carriedValues(view.payload.blocks, entered.get(view.id)?.values ?? {});
    entered.set(view.id, { view, values, errors: {} });
  });

  const store: FormStore = {
    patience,
    last: (viewId) => known(viewId).view,
    form: (viewId) => {
      known(viewId);
      const form = forms.get(viewId) ?? createForm(line, store, viewId);
      forms.set(viewId, form);
      return form;
    },
    open: (person) => views.stack(person).map((view) => store.form(view.id)),
    openedWith: (triggerId) => {
      const found = [...entered.values()].find(({ view }) => view.triggerId === triggerId);
      return found === undefined ? undefined : store.form(found.view.id);
    },
    values: (viewId) => known(viewId).values,
    setValues: (viewId, values) => entered.set(viewId, { ...known(viewId), values }),
    errors: (viewId) => known(viewId).errors,
    setErrors: (viewId, errors) => entered.set(viewId, { ...known(viewId), errors }),
  };
  return store;
};
