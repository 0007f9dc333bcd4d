import { type JSX, useState } from 'react';

/** A value as JSON, to read and to copy. */
export const JsonView = ({
  name,
  value,
}: {
  readonly name: string;
  readonly value: unknown;
}): JSX.Element => {
  const [said, setSaid] = useState('');
  const json = JSON.stringify(value, null, 2) ?? '';
  const copy = (): void => {
    navigator.clipboard.writeText(json).then(
      () => setSaid('コピーしました。'),
      () => setSaid('コピーできませんでした。選択してコピーしてください。'),
    );
  };
  return (
    <figure className="json">
      <figcaption>
        {name}
        <button type="button" aria-label={`${name}をコピー`} onClick={copy}>
          コピー
        </button>
        <span className="more" role="status">
          {said}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={name}>
        <pre>{json}</pre>
      </section>
    </figure>
  );
};
