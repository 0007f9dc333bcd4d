import { type JSX, useEffect, useState } from 'react';
import type { View } from './api.ts';
import { carryValues, type FormValues } from './field-values.ts';
import { FormView } from './form-view.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import type { Workspace } from './use-workspace.ts';

/**
 * The form on top of the person's stack. What was typed in the forms under it is kept until the whole stack is gone. Esc
 * closes a form in which nothing was typed; otherwise it only says how to close it.
 */
export const FormDialog = ({
  view,
  person,
  run,
  onClose,
}: {
  readonly view: View;
  readonly person: string;
  readonly run: Workspace['run'];
  readonly onClose: () => void;
}): JSX.Element => {
  const [drafts, setDrafts] = useState<Readonly<Record<string, FormValues>>>({});
  const [remark, setRemark] = useState('');
  const values = carryValues(view.blocks, drafts[view.id] ?? {});
  // Settles the values on the fields of now: a field that leaves the form starts anew if it comes back. What has been
  // typed since the new fields were drawn stands in `before` only, hence nothing but that is settled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new hash means new fields
  useEffect(
    () => setDrafts((before) => ({ ...before, [view.id]: carryValues(view.blocks, before[view.id] ?? {}) })),
    [view.hash],
  );
  const close = (): void => {
    setRemark('');
    onClose();
  };
  const askToClose = (): void => {
    if (JSON.stringify(values) === JSON.stringify(carryValues(view.blocks, {}))) close();
    else
      setRemark(`入力した内容があります。閉じるときは「${view.close?.text ?? '閉じる'}」を押してください。`);
  };
  return (
    <ModalDialog title={view.title.text} onEscape={askToClose}>
      <FormView
        key={view.id}
        view={view}
        person={person}
        run={run}
        values={values}
        onType={(typed) => setDrafts((before) => ({ ...before, [view.id]: typed }))}
        onClose={close}
        remark={remark}
      />
    </ModalDialog>
  );
};
