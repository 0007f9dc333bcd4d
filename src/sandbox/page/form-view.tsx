import { type FormEvent, type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  askOptions,
  type Pressed,
  pressInView,
  submitView,
  type UploadAnswer,
  uploadFile,
  type View,
} from './api.ts';
import { BlockKitButton } from './block-kit-dialog.tsx';
import { Blocks } from './blocks.tsx';
import { changeOf, type FormValues, findErrors, withValue } from './field-values.ts';
import { firstControl } from './first-control.ts';
import type { Surface } from './surface.ts';
import type { Workspace } from './use-workspace.ts';

const stillUploading = 'ファイルを読み込んでいます。終わってから、もう一度押してください。';

type Errors = Readonly<Record<string, string>>;

const without = (errors: Errors, blockId: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([id]) => id !== blockId));

/**
 * One form: its fields, what is wrong with them, and its buttons. Its owner keeps the values, because they must outlive it
 * while another form lies on top. A second press of submit goes out like the first, as in Slack.
 */
export const FormView = ({
  view,
  person,
  run,
  values,
  onType,
  onClose,
  remark,
}: {
  readonly view: View;
  readonly person: string;
  readonly run: Workspace['run'];
  readonly values: FormValues;
  readonly onType: (values: FormValues) => void;
  readonly onClose: () => void;
  readonly remark: string;
}): JSX.Element => {
  const [errors, setErrors] = useState<Errors>({});
  const [refusals, setRefusals] = useState(0);
  const [problem, setProblem] = useState('');
  const [waiting, setWaiting] = useState(0);
  const [uploads, setUploads] = useState(0);
  const form = useRef<HTMLFormElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new hash means new fields, which may take the focus
  useEffect(() => {
    const body = form.current?.querySelector('.body');
    const focused = document.activeElement;
    // A browser that lets regions scroll by keyboard gives the opening dialog's focus to the body: no field has it yet.
    if (focused !== body && body?.contains(focused)) return;
    const wished = form.current?.querySelector<HTMLElement>('[data-focus]');
    (wished ?? firstControl(form.current))?.focus({ preventScroll: true });
  }, [view.hash]);

  useEffect(() => {
    if (refusals > 0) firstControl(form.current?.querySelector('[data-invalid="true"]'))?.focus();
  }, [refusals]);

  const refuse = (found: Errors): void => {
    setErrors(found);
    setRefusals((count) => count + 1);
  };
  const press = async (pressed: Pressed, now: FormValues): Promise<void> => {
    const answer = await run(pressInView(person, view.id, pressed, now));
    setProblem(answer.ok ? '' : answer.problem);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (uploads > 0) return setProblem(stillUploading);
    setProblem('');
    const found = findErrors(view.blocks, values);
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    setWaiting((count) => count + 1);
    const answer = await run(submitView(person, view.id, values));
    setWaiting((count) => count - 1);
    if (answer.ok) return;
    if (answer.problem === undefined) refuse(answer.errors);
    else setProblem(answer.problem);
  };

  const upload = async (file: File): Promise<UploadAnswer> => {
    setUploads((count) => count + 1);
    const answer = await uploadFile(person, file);
    setUploads((count) => count - 1);
    return answer;
  };

  const surface: Surface = {
    ask: (blockId, actionId, typed) =>
      askOptions(person, { viewId: view.id, values }, { blockId, actionId, typed }),
    upload,
    id: `view-${view.id}`,
    values,
    errors,
    press: (pressed: Pressed): void => void press(pressed, values),
    change: (blockId, field, value, dispatch) => {
      const next = withValue(values, blockId, field.action_id, value);
      onType(next);
      setErrors(without(errors, blockId));
      if (dispatch) void press({ blockId, actionId: field.action_id, ...changeOf(value) }, next);
    },
  };
  return (
    <form ref={form} noValidate aria-busy={waiting > 0} onSubmit={(event) => void submit(event)}>
      <FormFrame
        view={view}
        problem={problem}
        remark={waiting > 0 ? '送信しています…' : remark}
        onClose={onClose}
      >
        <Blocks blocks={view.blocks} surface={surface} />
      </FormFrame>
    </form>
  );
};

/** What the bot sent, without what the page knows beside. */
const viewAsSent = ({ title, blocks, submit, close, callback_id, private_metadata }: View): object => ({
  type: 'modal',
  callback_id,
  ...(private_metadata ? { private_metadata } : {}),
  title,
  ...(submit ? { submit } : {}),
  ...(close ? { close } : {}),
  blocks,
});

const FormFrame = ({
  view,
  problem,
  remark,
  onClose,
  children,
}: {
  readonly view: View;
  readonly problem: string;
  readonly remark: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): JSX.Element => (
  <>
    <header>
      <h2>{view.title.text}</h2>
    </header>
    <div className="body">
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {children}
    </div>
    <footer>
      <span className="more" role="status">
        {remark}
      </span>
      <BlockKitButton view={viewAsSent(view)} />
      <button type="button" onClick={onClose}>
        {view.close?.text ?? '閉じる'}
      </button>
      {view.submit && (
        <button type="submit" className="primary">
          {view.submit.text}
        </button>
      )}
    </footer>
  </>
);
