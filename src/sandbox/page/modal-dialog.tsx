import { type JSX, type ReactNode, useLayoutEffect, useRef } from 'react';

/**
 * The browser's own modal dialog: it keeps the focus inside and gives it back afterwards. Esc asks `onEscape`; the dialog
 * itself never closes, it leaves when its owner stops drawing it, so nothing typed is lost by a stray key.
 */
export const ModalDialog = ({
  title,
  small = false,
  onEscape,
  children,
}: {
  readonly title: string;
  readonly small?: boolean;
  readonly onEscape: () => void;
  readonly children: ReactNode;
}): JSX.Element => {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // The browser gives the focus back, but leaves the caret in a text field of the dialog: what is typed would go nowhere.
      if (before instanceof HTMLTextAreaElement || before instanceof HTMLInputElement) {
        before.blur();
        before.focus();
      }
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={small ? 'small' : undefined}
      aria-label={title}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // Browsers let a page refuse a cancel only once; refusing the key itself always holds.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onEscape();
      }}
    >
      {children}
    </dialog>
  );
};
