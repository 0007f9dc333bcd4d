import type { KnownBlock, ModalView } from '@slack/types';
import { ARTICLE_CATEGORIES, type Article, MOST_BODY } from '../../domain/newsletter/article.ts';
import { PHOTO_TYPES } from '../../domain/newsletter/photo.ts';
import type { OwnArticle } from '../../services/newsletter/list-own-articles.ts';
import {
  ARTICLE_BUTTON,
  ARTICLE_FORM,
  ARTICLE_HINT,
  ARTICLE_LABEL,
  ARTICLE_SUBMIT,
  articleText,
  CATEGORY_WORD,
  PHOTO_CONSENT,
} from '../../texts/article.ts';
import { proposalText } from '../../texts/proposal.ts';
import { button, buttons, fileField, form, header, note, paragraph, textField, urlField } from '../blocks.ts';
import { checkboxField, selectField } from '../select-fields.ts';

/** What 記事を書く is made of: the article that is changed, or the message that a new one is made of. */
export type ArticleFormContent = {
  readonly articleId: string;
  readonly article: Article | undefined;
  readonly awaitsApproval?: boolean;
  readonly body?: string;
  readonly source?: { readonly channel: string; readonly ts: string };
};

const currentPhoto = (article: Article | undefined): readonly KnownBlock[] =>
  article?.photo == null
    ? []
    : [
        paragraph(articleText.currentPhoto(article.photoText)),
        { type: 'image', slack_file: { id: article.photo.slackId }, alt_text: article.photoText },
      ];

/** 記事を書く, or 記事を編集. */
export const articleForm = ({
  articleId,
  article,
  awaitsApproval = false,
  body,
  source,
}: ArticleFormContent): ModalView => {
  const act = article === undefined ? 'write' : 'change';
  return form(
    ARTICLE_FORM[act],
    'article.save',
    ARTICLE_SUBMIT[act],
    [
      ...(awaitsApproval ? [note(proposalText.awaits)] : []),
      textField({ name: 'title', label: ARTICLE_LABEL.title, initial: article?.title, maxLength: 60 }),
      textField({
        name: 'body',
        label: ARTICLE_LABEL.body,
        hint: ARTICLE_HINT.body,
        initial: article?.body ?? body,
        maxLength: MOST_BODY,
        multiline: true,
      }),
      selectField({
        name: 'category',
        label: ARTICLE_LABEL.category,
        choices: ARTICLE_CATEGORIES.map((value) => ({ value, text: CATEGORY_WORD[value] })),
        initial: article?.category,
      }),
      urlField({ name: 'link', label: ARTICLE_LABEL.link, initial: article?.link, optional: true }),
      ...currentPhoto(article),
      fileField({
        name: 'photo',
        label: ARTICLE_LABEL.photo,
        hint: article?.photo == null ? ARTICLE_HINT.photo : ARTICLE_HINT.photoStays(article.photo.name),
        fileTypes: PHOTO_TYPES,
        optional: true,
      }),
      textField({
        name: 'photoText',
        label: ARTICLE_LABEL.photoText,
        hint: ARTICLE_HINT.photoText,
        initial: article?.photoText,
        maxLength: 200,
        optional: true,
      }),
      checkboxField({
        name: 'photoConsent',
        label: ARTICLE_LABEL.photoConsent,
        choices: [{ value: 'given', text: PHOTO_CONSENT }],
        initial: article?.photo == null ? [] : ['given'],
        optional: true,
      }),
    ],
    { articleId, revision: article?.revision ?? 0, ...(source === undefined ? {} : { source }) },
  );
};

const stateText = ({ state, issue }: OwnArticle): string => {
  switch (state) {
    case 'asking':
      return articleText.asking;
    case 'waiting':
      return articleText.waiting;
    case 'published':
      return articleText.published(issue);
  }
};

/** 自分の記事 on the Home tab; no block where there is none. */
export const ownArticlesPart = (own: readonly OwnArticle[]): readonly KnownBlock[] =>
  own.length === 0
    ? []
    : [
        header(articleText.homeTitle),
        ...own.flatMap((one) => [
          paragraph(articleText.line(one.article.title, stateText(one))),
          ...(one.isProposed ? [note(proposalText.waitingOwn)] : []),
          ...buttons(`article-${one.article.id}`, [
            button('article.change', ARTICLE_BUTTON.change, one.article.id),
            button('article.withdraw', ARTICLE_BUTTON.withdraw, one.article.id),
          ]),
        ]),
      ];
