import type { JSX } from 'react';
import { ElementView, ImageView } from './action-elements.tsx';
import type { Block, Element } from './block-kit.ts';
import { InputBlockView } from './input-block.tsx';
import { RichTextView } from './rich-text.tsx';
import type { Surface } from './surface.ts';
import { TableView } from './table-block.tsx';
import { MarkdownText, TextObjectView } from './text-blocks.tsx';

/** A field without a label is named by its placeholder, else by the text it stands beside. */
const nameOf = (element: Element, beside: string): string =>
  ('placeholder' in element ? element.placeholder?.text : undefined) ?? (beside || '選択');

const keyOf = (element: Element, place: number): string =>
  'action_id' in element ? element.action_id : `image-${place}`;

const BlockView = ({ block, surface }: { readonly block: Block; readonly surface: Surface }): JSX.Element => {
  const blockId = block.block_id ?? '';
  switch (block.type) {
    case 'header':
      return <h3 className="block-header">{block.text.text}</h3>;
    case 'divider':
      return <hr />;
    case 'section':
      return (
        <div className="section">
          <div className="section-text">
            {block.text && <TextObjectView text={block.text} />}
            {block.fields && (
              <div className="section-fields">
                {block.fields.map((field, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the fields of a section have no ids
                  <TextObjectView key={place} text={field} />
                ))}
              </div>
            )}
          </div>
          {block.accessory && (
            <ElementView
              element={block.accessory}
              blockId={blockId}
              surface={surface}
              label={nameOf(block.accessory, block.text?.text ?? '')}
            />
          )}
        </div>
      );
    case 'context':
      return (
        <div className="context">
          {block.elements.map((element, place) =>
            element.type === 'image' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the elements of a context have no ids
              <ImageView key={place} image={element} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the elements of a context have no ids
              <TextObjectView key={place} text={element} />
            ),
          )}
        </div>
      );
    case 'actions':
      return (
        <div className="actions">
          {block.elements.map((element, place) => (
            <ElementView
              key={keyOf(element, place)}
              element={element}
              blockId={blockId}
              surface={surface}
              label={nameOf(element, '')}
            />
          ))}
        </div>
      );
    case 'input':
      return <InputBlockView block={block} surface={surface} />;
    case 'image':
      return (
        <figure>
          {block.title && <figcaption>{block.title.text}</figcaption>}
          <ImageView image={block} />
        </figure>
      );
    case 'rich_text':
      return <RichTextView text={block} />;
    case 'table':
      return <TableView table={block} />;
    case 'markdown':
      return <MarkdownText text={block.text} />;
    default:
      return <p className="more">この部分は練習用の画面ではまだ表示できません。</p>;
  }
};

/** The blocks of a message or a form, in order. A block keeps its place in the page as long as its id stays. */
export const Blocks = ({
  blocks,
  surface,
}: {
  readonly blocks: readonly Block[];
  readonly surface: Surface;
}): JSX.Element => (
  <div className="blocks">
    {blocks.map((block, place) => (
      <BlockView key={block.block_id ?? `at-${place}`} block={block} surface={surface} />
    ))}
  </div>
);
