import { type JSX, useState } from 'react';
import type { Button, Confirm, Element, Image, Overflow } from './block-kit.ts';
import { FieldControl, isGroup } from './field-control.tsx';
import { initialValue } from './field-values.ts';
import { Menu } from './menu.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import type { Surface } from './surface.ts';
import { TextObjectView } from './text-blocks.tsx';

const ConfirmDialog = ({
  confirm,
  onAnswer,
}: {
  readonly confirm: Confirm;
  readonly onAnswer: (yes: boolean) => void;
}): JSX.Element => (
  <ModalDialog title={confirm.title.text} small onEscape={() => onAnswer(false)}>
    <header>
      <h2>{confirm.title.text}</h2>
    </header>
    <div className="body">
      <TextObjectView text={confirm.text} />
    </div>
    <footer>
      <button type="button" onClick={() => onAnswer(false)}>
        {confirm.deny.text}
      </button>
      <button type="button" className={confirm.style ?? 'primary'} onClick={() => onAnswer(true)}>
        {confirm.confirm.text}
      </button>
    </footer>
  </ModalDialog>
);

type Placed<E extends Element> = { readonly element: E; readonly blockId: string; readonly surface: Surface };

const ButtonView = ({ element, blockId, surface }: Placed<Button>): JSX.Element => {
  const [asking, setAsking] = useState(false);
  const press = (): void =>
    surface.press({
      blockId,
      actionId: element.action_id,
      ...(element.value === undefined ? {} : { value: element.value }),
    });
  if (element.url !== undefined)
    return (
      <a
        className={`button ${element.style ?? ''}`}
        href={element.url}
        target="_blank"
        rel="noreferrer noopener"
        onClick={press}
      >
        {element.text.text}
      </a>
    );
  return (
    <>
      <button
        type="button"
        className={element.style}
        aria-label={element.accessibility_label}
        onClick={() => (element.confirm ? setAsking(true) : press())}
      >
        {element.text.text}
      </button>
      {asking && element.confirm && (
        <ConfirmDialog
          confirm={element.confirm}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) press();
          }}
        />
      )}
    </>
  );
};

const OverflowView = ({ element, blockId, surface }: Placed<Overflow>): JSX.Element => (
  <Menu
    className="overflow"
    label="その他の操作"
    sign="…"
    entries={element.options.map((option) => ({
      key: option.value,
      words: option.text.text,
      choose: () => surface.press({ blockId, actionId: element.action_id, option }),
    }))}
  />
);

/** The private address of a file, e.g. …/files-pri/T0CITY-F0X000001/photo.png. */
const idInAddress = /\/files-pri\/[^/]+-(F[^/]+)\//;

/** An image of at most the width it is given; what cannot be loaded is told by its text. */
export const ImageView = ({
  image: { image_url: url, slack_file: file, alt_text: alt },
}: {
  readonly image: Pick<Image, 'image_url' | 'slack_file' | 'alt_text'>;
}): JSX.Element => {
  const id = file?.id ?? idInAddress.exec(file?.url ?? '')?.[1];
  const source = url ?? (id === undefined ? undefined : `/picture/${id}`);
  return source === undefined ? (
    <span className="more">(画像:{alt})</span>
  ) : (
    <img src={source} alt={alt} loading="lazy" />
  );
};

/** One element beside a section or in a row of actions. `label` names a field that has no label of its own. */
export const ElementView = ({
  element,
  blockId,
  surface,
  label,
}: Placed<Element> & { readonly label: string }): JSX.Element => {
  if (element.type === 'button') return <ButtonView element={element} blockId={blockId} surface={surface} />;
  if (element.type === 'overflow')
    return <OverflowView element={element} blockId={blockId} surface={surface} />;
  if (element.type === 'image') return <ImageView image={element} />;
  const control = (
    <FieldControl
      field={element}
      id={`${surface.id}-${blockId}-${element.action_id}`}
      value={surface.values[blockId]?.[element.action_id] ?? initialValue(element)}
      label={label}
      labelled={false}
      required={false}
      invalid={false}
      onChange={(value) => surface.change(blockId, element, value, true)}
      onAsk={(typed) => surface.ask(blockId, element.action_id, typed)}
    />
  );
  return isGroup(element) ? <fieldset aria-label={label}>{control}</fieldset> : control;
};
