import { type JSX, useContext } from 'react';
import { LookupContext } from './lookup.ts';
import type { Inline } from './mrkdwn.ts';

/** The name behind an id, e.g. @山田 花子; an unknown id is shown as it is. */
export const Mention = ({
  sign,
  id,
  label,
}: {
  readonly sign: '@' | '#';
  readonly id: string;
  readonly label?: string | undefined;
}): JSX.Element => {
  const { names } = useContext(LookupContext);
  return (
    <span className="mention">
      {sign}
      {label ?? names[id] ?? id}
    </span>
  );
};

/** A link that opens beside the page and tells the other side nothing about it. */
export const OutsideLink = ({
  url,
  label,
}: {
  readonly url: string;
  readonly label: string;
}): JSX.Element => (
  <a href={url} target="_blank" rel="noreferrer noopener">
    {label}
  </a>
);

const Piece = ({ piece }: { readonly piece: Inline }): JSX.Element => {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'link':
      return <OutsideLink url={piece.url} label={piece.label} />;
    case 'mention':
      return <Mention sign={piece.sign} id={piece.id} label={piece.label} />;
    case 'bold':
      return (
        <strong>
          <InlineText pieces={piece.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <InlineText pieces={piece.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <InlineText pieces={piece.children} />
        </s>
      );
  }
};

/** Running text with its marks. The pieces never move within one text, so their places serve as keys. */
export const InlineText = ({ pieces }: { readonly pieces: readonly Inline[] }): JSX.Element => (
  <>
    {pieces.map((piece, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have nothing else to be told apart by
      <Piece key={place} piece={piece} />
    ))}
  </>
);
