import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { joinParts } from '../../domain/parts.ts';
import type { Found, FoundOfKind, Opens } from '../../domain/search/found.ts';
import { excerptOf, type Marked, markedText } from '../../domain/search/mark.ts';
import { foldedWords, type SearchWords } from '../../domain/search/words.ts';
import type { SearchResult } from '../../services/search.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { FOUND_MARK, SEARCH_BUTTON, SEARCH_KIND_WORD, searchText } from '../../texts/search.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';
import { fitsOneMessage } from '../measure.ts';
import { withUniqueActions } from '../unique-actions.ts';
import { searchValue } from './value.ts';

/** By which button what is found is opened. */
const ACTIONS: Readonly<Record<Opens['by'], string>> = {
  meeting: 'search-meeting.open',
  training: 'search-training.open',
  body: 'search-body.open',
  promoter: 'search-promoter.open',
  'body-form': 'body.change',
  'written-progress': 'written-progress.open',
  'written-draft': 'written-start.continue',
  article: 'article.change',
  'back-issue': 'back-issue.open',
  issue: 'issue.open',
  'inquiry-status': 'inquiry-status.open',
  'inquiry-draft': 'inquiry.continue',
  'inquiry-answer': 'inquiry-answer.show',
  opinion: 'opinion.show',
};

/** Letter by letter, so that Slack reads nothing in it, and what was looked for in bold. */
const leaves = (marked: Marked): RichTextElement[] =>
  marked.map(({ text, isMatch }) =>
    isMatch ? { type: 'text', text, style: { bold: true } } : { type: 'text', text },
  );

const plainLeaf = (text: string): RichTextElement[] => (text === '' ? [] : [{ type: 'text', text }]);

/** What one is called and when it was, and under that the words around what was found. */
const foundBlock = ({ name, beside, mark, texts }: Found, words: readonly string[]): RichTextBlock => {
  const excerpt = excerptOf(texts, words);
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          ...plainLeaf(FOUND_MARK[mark]),
          ...leaves(markedText(name, words)),
          ...plainLeaf(beside === '' ? '' : ` ${beside}`),
          ...(excerpt === undefined ? [] : [...plainLeaf('\n'), ...leaves(excerpt)]),
        ],
      },
    ],
  };
};

/** What is found of a kind, each written once, however many of them there is room for in the end. */
type Written = FoundOfKind & { readonly blocks: readonly RichTextBlock[] };

const writtenOf = (kind: FoundOfKind, words: readonly string[]): Written => ({
  ...kind,
  blocks: kind.found.map((one) => foundBlock(one, words)),
});

/** At most so many of a kind, each with its button; the last one's stand beside もっと見る where there is more. */
const kindBlocks = (
  { kind, found, hasMore, blocks }: Written,
  wanted: SearchWords,
  most: number,
): readonly KnownBlock[] => {
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const isMore = hasMore || found.length > shown.length;
  const more =
    isMore && last !== undefined
      ? [
          button(
            'search.more',
            SEARCH_BUTTON.more(SEARCH_KIND_WORD[kind]),
            searchValue(wanted, { kind, after: { at: last.at, id: last.id } }),
          ),
        ]
      : [];
  return [
    header(SEARCH_KIND_WORD[kind]),
    ...shown.flatMap((one, index) => [
      ...blocks.slice(index, index + 1),
      ...buttons(joinParts('found', kind, one.id), [
        button(ACTIONS[one.opens.by], SEARCH_BUTTON.show, one.opens.value),
        ...(one === last ? more : []),
      ]),
    ]),
  ];
};

const printWanted = ({ words, year }: SearchWords): string => {
  const said = words.map(searchText.word).join('');
  return year === null ? said : searchText.inYear(said, printFiscalYear(year));
};

/** Where nothing was found: the same without the year, or for each word by itself. */
const lessButtons = ({ words, year }: SearchWords) => [
  ...(year === null
    ? []
    : [button('search.again', SEARCH_BUTTON.anyYear, searchValue({ words, year: null }))]),
  ...(words.length < 2
    ? []
    : words.map((word) =>
        button('search.again', SEARCH_BUTTON.oneWord(word), searchValue({ words: [word], year })),
      )),
];

const openForm = button('search.open', SEARCH_BUTTON.again, 'new');

/**
 * What was found, by kind, as many of each as there is room for: 10 at most. Where nothing was, the words that were read and what else
 * may be looked for. It says nothing of what the reader may not see.
 */
export const searchMessage = ({ wanted, page, kinds }: SearchResult): SlackMessage => {
  const said = printWanted(wanted);
  const shown = { by: 'search', of: searchValue(wanted, page) };
  const back = page === undefined ? [] : [button('search.again', SEARCH_BUTTON.back, searchValue(wanted))];
  const first = header(searchText.title);
  const text = searchText.title;
  if (kinds.length === 0) {
    const none =
      page === undefined ? searchText.none(said) : searchText.noneLeft(said, SEARCH_KIND_WORD[page.kind]);
    const others = page === undefined ? lessButtons(wanted) : back;
    return {
      text,
      shown,
      blocks: withUniqueActions([first, paragraph(none), ...buttons('search', [...others, openForm])]),
    };
  }
  const over =
    page === undefined ? searchText.found(said) : searchText.foundOf(said, SEARCH_KIND_WORD[page.kind]);
  const written = kinds.map((kind) => writtenOf(kind, foldedWords(wanted)));
  const blocksWith = (most: number): KnownBlock[] =>
    withUniqueActions([
      first,
      paragraph(over),
      ...written.flatMap((kind) => kindBlocks(kind, wanted, most)),
      ...buttons('search', [...back, openForm]),
      note(searchText.hidden),
    ]);
  let most = Math.max(...kinds.map(({ found }) => found.length));
  while (most > 1 && !fitsOneMessage(blocksWith(most))) most -= 1;
  return { text, shown, blocks: blocksWith(most) };
};

/** A body that holds no meetings. */
export const effortShownMessage = (name: string): SlackMessage => ({
  text: name,
  blocks: [header(name), paragraph(searchText.effort)],
});
