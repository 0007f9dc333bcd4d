import { type JSX, type KeyboardEvent, useRef, useState } from 'react';
import type { ExternalSelect, MultiExternalSelect, Option } from './block-kit.ts';
import { describedControl, type FieldProps } from './field-props.ts';
import type { FieldValue } from './field-values.ts';
import { OptionList } from './option-list.tsx';

/** Slack waits for this many characters where the bot does not say. */
const usualLength = 3;

const chosenIn = (value: FieldValue): readonly Option[] => {
  if ('selected_options' in value) return value.selected_options;
  return 'selected_option' in value && value.selected_option ? [value.selected_option] : [];
};

/** What the list shows: the bot's options for what was typed, and which of them Enter would take. */
type Offer = { readonly options: readonly Option[]; readonly at: number };

/**
 * A field whose options only the bot knows: a box to type in, below it what the bot offers for that. The arrow keys go
 * through the list, Enter takes, Esc puts the list away; the focus stays in the box.
 */
export const ExternalSelectField = (props: FieldProps<ExternalSelect | MultiExternalSelect>): JSX.Element => {
  const { field, id, value, onChange, onAsk } = props;
  const [typed, setTyped] = useState<string>();
  const [offer, setOffer] = useState<Offer>();
  const question = useRef(0);
  const box = useRef<HTMLInputElement>(null);
  const chosen = chosenIn(value);
  const single = field.type === 'external_select';
  const shown = typed ?? (single ? (chosen[0]?.text.text ?? '') : '');

  const ask = async (words: string): Promise<void> => {
    question.current += 1;
    const asked = question.current;
    if (words.length < (field.min_query_length ?? usualLength)) return setOffer(undefined);
    const options = (await onAsk?.(words)) ?? [];
    // An answer to what was typed before must not replace a newer one.
    if (asked === question.current) setOffer({ options, at: 0 });
  };
  const leave = (): void => {
    question.current += 1;
    setOffer(undefined);
    setTyped(undefined);
  };
  const choose = (options: readonly Option[]): void =>
    onChange(
      field.type === 'external_select'
        ? { type: field.type, selected_option: options.at(-1) ?? null }
        : { type: field.type, selected_options: options },
    );
  const full = 'max_selected_items' in field && chosen.length >= (field.max_selected_items ?? Infinity);
  const take = (option: Option): void => {
    const others = chosen.filter((each) => each.value !== option.value);
    if (single) choose([option]);
    else if (others.length < chosen.length) choose(others);
    else if (!full) choose([...chosen, option]);
    leave();
  };
  const type = (words: string): void => {
    setTyped(words);
    if (words === '' && single && chosen.length > 0) choose([]);
    void ask(words);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys that belong to the input method's own list of words.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') event.preventDefault();
    if (offer === undefined) {
      if (event.key === 'ArrowDown') void ask(typed ?? '');
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const active = offer.options[offer.at];
    if (event.key === 'Enter' && active !== undefined) take(active);
    if (event.key === 'Escape') leave();
    if (step !== undefined && offer.options.length > 0)
      setOffer({ ...offer, at: (offer.at + step + offer.options.length) % offer.options.length });
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    // Esc puts away the list only, not the form around it.
    event.stopPropagation();
  };
  return (
    <div className="narrowed">
      <input
        {...describedControl(props)}
        ref={box}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={offer !== undefined}
        aria-controls={`${id}-options`}
        aria-activedescendant={
          offer?.options[offer.at] === undefined ? undefined : `${id}-option-${offer.at}`
        }
        placeholder={field.placeholder?.text ?? '入力して探す'}
        value={shown}
        onChange={({ target }) => type(target.value)}
        onClick={() => void ask(typed ?? '')}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {offer !== undefined && <OptionList id={id} {...offer} chosen={chosen} onTake={take} />}
      {!single && chosen.length > 0 && (
        <ul className="files">
          {chosen.map((option) => (
            <li key={option.value}>
              <button
                type="button"
                onClick={() => {
                  choose(chosen.filter((each) => each !== option));
                  box.current?.focus();
                }}
              >
                {option.text.text}を外す
              </button>
            </li>
          ))}
        </ul>
      )}
      {full && <p className="more">選べるのは{chosen.length}件までです。</p>}
    </div>
  );
};
