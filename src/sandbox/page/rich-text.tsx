import type { JSX, ReactNode } from 'react';
import type { RichLeaf, RichPart, RichStyle, RichText } from './block-kit.ts';
import { emojiOf } from './emoji.ts';
import { Mention, OutsideLink } from './inline-text.tsx';

const styled = (style: RichStyle | undefined, inner: ReactNode): ReactNode => {
  let outer = inner;
  if (style?.code) outer = <code>{outer}</code>;
  if (style?.strike) outer = <s>{outer}</s>;
  if (style?.italic) outer = <em>{outer}</em>;
  if (style?.bold) outer = <strong>{outer}</strong>;
  return outer;
};

const Leaf = ({ leaf }: { readonly leaf: RichLeaf }): ReactNode => {
  switch (leaf.type) {
    case 'text':
      return styled(leaf.style, leaf.text);
    case 'link':
      return styled(leaf.style, <OutsideLink url={leaf.url} label={leaf.text ?? leaf.url} />);
    case 'user':
      return styled(leaf.style, <Mention sign="@" id={leaf.user_id} />);
    case 'channel':
      return styled(leaf.style, <Mention sign="#" id={leaf.channel_id} />);
    case 'emoji':
      return <>{emojiOf(leaf.name, leaf.unicode)}</>;
    case 'broadcast':
      return <span className="mention">@{leaf.range}</span>;
    case 'date':
      return <>{leaf.fallback ?? ''}</>;
  }
};

const Leaves = ({ leaves }: { readonly leaves: readonly RichLeaf[] }): JSX.Element => (
  <>
    {leaves.map((leaf, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: leaves never move within one text
      <Leaf key={place} leaf={leaf} />
    ))}
  </>
);

const Part = ({ part }: { readonly part: RichPart }): JSX.Element => {
  switch (part.type) {
    case 'rich_text_section':
      return (
        <div>
          <Leaves leaves={part.elements} />
        </div>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Leaves leaves={part.elements} />
        </pre>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Leaves leaves={part.elements} />
        </blockquote>
      );
    case 'rich_text_list': {
      const items = part.elements.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items never move within one list
        <li key={place}>
          <Leaves leaves={item.elements} />
        </li>
      ));
      const style = { marginInlineStart: `${(part.indent ?? 0) * 1.5}em` };
      return part.style === 'ordered' ? (
        <ol start={(part.offset ?? 0) + 1} style={style}>
          {items}
        </ol>
      ) : (
        <ul style={style}>{items}</ul>
      );
    }
  }
};

/** A rich_text block or a cell of a table. */
export const RichTextView = ({ text }: { readonly text: RichText }): JSX.Element => (
  <div className="text">
    {text.elements.map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts never move within one text
      <Part key={place} part={part} />
    ))}
  </div>
);
