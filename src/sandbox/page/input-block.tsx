import type { JSX } from 'react';
import type { InputBlock } from './block-kit.ts';
import { FieldControl, isGroup } from './field-control.tsx';
import { type FieldValue, initialValue } from './field-values.ts';
import type { Surface } from './surface.ts';

const isText = ({ element }: InputBlock): boolean =>
  element.type.endsWith('_input') && element.type !== 'file_input';

/** Text tells the bot on Enter unless the bot asked for every character; all else tells it at once, as in Slack. */
const dispatchesWhileTyping = ({ element }: InputBlock): boolean =>
  'dispatch_action_config' in element &&
  element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered') === true;

/**
 * A labelled field of a form with its hint and its error. The accessible name is the label and nothing more: the marks for
 * optional and required stand outside it.
 */
export const InputBlockView = ({
  block,
  surface,
}: {
  readonly block: InputBlock;
  readonly surface: Surface;
}): JSX.Element => {
  const { element, block_id: blockId, label, hint } = block;
  const id = `${surface.id}-${blockId}`;
  const error = surface.errors[blockId];
  const value = surface.values[blockId]?.[element.action_id] ?? initialValue(element);
  const dispatches = block.dispatch_action === true;
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const tell = (next: FieldValue, dispatch: boolean): void =>
    surface.change(blockId, element, next, dispatch);
  const mark = (
    <span className={block.optional ? 'optional' : 'required'} aria-hidden="true">
      {block.optional ? '(任意)' : '必須'}
    </span>
  );
  const body = (
    <>
      {hint && (
        <p className="more" id={`${id}-hint`}>
          {hint.text}
        </p>
      )}
      <FieldControl
        field={element}
        id={id}
        value={value}
        label={label.text}
        labelled
        required={!block.optional}
        invalid={error !== undefined}
        describedBy={describedBy}
        onChange={(next) => tell(next, dispatches && (!isText(block) || dispatchesWhileTyping(block)))}
        onAsk={(typed) => surface.ask(blockId, element.action_id, typed)}
        onUpload={surface.upload}
        onEnter={dispatches && isText(block) ? () => tell(value, true) : undefined}
      />
      {error !== undefined && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </>
  );
  if (isGroup(element))
    return (
      <fieldset
        className="field"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
        data-invalid={error !== undefined}
        data-required={!block.optional}
      >
        <legend>
          <span id={`${id}-label`}>{label.text}</span>
          {mark}
        </legend>
        {body}
      </fieldset>
    );
  return (
    <div className="field" data-invalid={error !== undefined}>
      <div className="label">
        <label htmlFor={id}>{label.text}</label>
        {mark}
      </div>
      {body}
    </div>
  );
};
