import { type JSX, useContext, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { InspectingContext } from './inspecting.ts';
import { JsonView } from './json-view.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import { checkBlocks } from './wire-api.ts';

/** What the rules say; undefined until they have spoken. */
const Verdict = ({ errors }: { readonly errors: readonly string[] | undefined }): JSX.Element => {
  if (errors === undefined) return <p role="status">確かめています…</p>;
  if (errors.length === 0) return <p role="status">Slackの決まりに合っています。</p>;
  return (
    <ul className="rules" role="status">
      {errors.map((error) => (
        <li key={error}>{error}</li>
      ))}
    </ul>
  );
};

/** The Block Kit of a message or a view as JSON, and what Slack's rules say about it. */
export const BlockKitDialog = ({
  surface,
  payload,
  onClose,
}: {
  readonly surface: 'message' | 'view';
  readonly payload: object;
  readonly onClose: () => void;
}): JSX.Element => {
  const [errors, setErrors] = useState<readonly string[]>();
  const json = JSON.stringify(payload);
  useEffect(() => {
    let left = false;
    void checkBlocks(surface, JSON.parse(json)).then((found) => {
      if (!left) setErrors(found);
    });
    return () => {
      left = true;
    };
  }, [surface, json]);
  // Beside the page, not inside of the message: its heading and foot are its own.
  return createPortal(
    <ModalDialog title="Block Kit" onEscape={onClose}>
      <header>
        <h2>Block Kit</h2>
      </header>
      <div className="body">
        <Verdict errors={errors} />
        <JsonView name="JSON" value={payload} />
      </div>
      <footer>
        <button type="button" onClick={onClose}>
          閉じる
        </button>
      </footer>
    </ModalDialog>,
    document.body,
  );
};

/** A button that shows it, for forms and Home, where that is wanted. */
export const BlockKitButton = ({ view }: { readonly view: object }): JSX.Element | null => {
  const [open, setOpen] = useState(false);
  if (!useContext(InspectingContext)) return null;
  return (
    <>
      <button type="button" className="block-kit" onClick={() => setOpen(true)}>
        Block Kitを見る
      </button>
      {open && <BlockKitDialog surface="view" payload={view} onClose={() => setOpen(false)} />}
    </>
  );
};
