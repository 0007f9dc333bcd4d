import type { JSX } from 'react';
import type { TextObject } from './block-kit.ts';
import { InlineText } from './inline-text.tsx';
import { type MarkdownPart, parseMarkdown } from './markdown.ts';
import { type Paragraph, parseMrkdwn } from './mrkdwn.ts';

const MrkdwnParagraph = ({ paragraph }: { readonly paragraph: Paragraph }): JSX.Element => {
  if (paragraph.kind === 'preformatted') return <pre>{paragraph.text}</pre>;
  if (paragraph.kind === 'quote')
    return (
      <blockquote>
        <InlineText pieces={paragraph.children} />
      </blockquote>
    );
  return (
    <div>
      <InlineText pieces={paragraph.children} />
    </div>
  );
};

/** Text in Slack's mrkdwn; newlines are kept. */
export const MrkdwnText = ({ text }: { readonly text: string }): JSX.Element => (
  <div className="text">
    {parseMrkdwn(text).map((paragraph, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move within one text
      <MrkdwnParagraph key={place} paragraph={paragraph} />
    ))}
  </div>
);

/** A text object of either kind. */
export const TextObjectView = ({ text }: { readonly text: TextObject }): JSX.Element =>
  text.type === 'mrkdwn' ? <MrkdwnText text={text.text} /> : <div className="text">{text.text}</div>;

const MarkdownPartView = ({ part }: { readonly part: MarkdownPart }): JSX.Element => {
  switch (part.kind) {
    case 'rule':
      return <hr />;
    case 'list': {
      const items = part.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items never move within one text
        <li key={place}>
          <InlineText pieces={item} />
        </li>
      ));
      return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'heading':
      return (
        <p className="block-header">
          <InlineText pieces={part.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <InlineText pieces={part.children} />
        </blockquote>
      );
    case 'line':
      return (
        <p>
          <InlineText pieces={part.children} />
        </p>
      );
  }
};

/** A markdown block. */
export const MarkdownText = ({ text }: { readonly text: string }): JSX.Element => (
  <div className="text">
    {parseMarkdown(text).map((part, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts never move within one text
      <MarkdownPartView key={place} part={part} />
    ))}
  </div>
);
