import type { KnownBlock, ModalView } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import {
  AUTOMATIC_PARTS,
  type Issue,
  type IssueContent,
  MOST_CHANNELS,
  PUBLISHINGS,
} from '../../domain/newsletter/newsletter.ts';
import type { OpenedIssue } from '../../services/newsletter/open-issue.ts';
import type { IssuePreview } from '../../services/newsletter/preview-issue.ts';
import type { IssueStatus } from '../../services/newsletter/read-issue-status.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { CATEGORY_WORD, WAITING_ARTICLES } from '../../texts/article.ts';
import {
  ISSUE_BUTTON,
  ISSUE_FORM,
  ISSUE_HINT,
  ISSUE_LABEL,
  issueDeskText,
  issueText,
  PART_WORD,
  PUBLISHING_WORD,
} from '../../texts/newsletter.ts';
import {
  button,
  buttons,
  type Choice,
  channelsField,
  divider,
  form,
  header,
  momentField,
  note,
  paragraph,
  radioField,
  textField,
} from '../blocks.ts';
import { checkboxField, multiSelectField } from '../select-fields.ts';
import { articleBlocks, issueOpening, partBlocks } from './message.ts';

const choicesOf = (articles: OpenedIssue['articles']): readonly Choice[] =>
  articles.map(({ id, title, category }) => ({
    value: id,
    text: `${issueText.headline(CATEGORY_WORD[category])}${title}`,
  }));

/** 号を編集・発行: empty, or filled with the issue that is continued. There is at least one article to choose. */
export const issueForm = ({
  issueId,
  issue,
  articles,
  number,
  parts,
  publishAt,
  channels,
}: OpenedIssue): ModalView =>
  form(
    ISSUE_FORM.edit,
    'issue.save',
    '発行する',
    [
      textField({
        name: 'number',
        label: ISSUE_LABEL.number,
        hint: ISSUE_HINT.number,
        initial: number,
        maxLength: 40,
      }),
      multiSelectField({
        name: 'articles',
        label: ISSUE_LABEL.articles,
        hint: ISSUE_HINT.articles,
        choices: choicesOf(articles),
        initial: issue?.articleIds ?? [],
      }),
      ...buttons('waiting-articles', [button('article-list.open', WAITING_ARTICLES, 'all')]),
      checkboxField({
        name: 'parts',
        label: ISSUE_LABEL.parts,
        hint: ISSUE_HINT.parts,
        choices: AUTOMATIC_PARTS.map((value) => ({ value, text: PART_WORD[value] })),
        initial: parts,
        optional: true,
      }),
      textField({
        name: 'greeting',
        label: ISSUE_LABEL.greeting,
        initial: issue?.greeting,
        maxLength: 3000,
        multiline: true,
        optional: true,
      }),
      channelsField({
        name: 'channels',
        label: ISSUE_LABEL.channels,
        hint: ISSUE_HINT.channels,
        initial: channels,
        most: MOST_CHANNELS,
      }),
      radioField({
        name: 'publishing',
        label: ISSUE_LABEL.publishing,
        choices: PUBLISHINGS.map((value) => ({ value, text: PUBLISHING_WORD[value] })),
        initial: 'at',
      }),
      momentField({
        name: 'publishAt',
        label: ISSUE_LABEL.publishAt,
        hint: ISSUE_HINT.publishAt,
        initial: publishAt,
        optional: true,
      }),
    ],
    { issueId, revision: issue?.revision ?? 0 },
  );

/** A modal shows at most this many blocks of an issue beside its own. */
const MOST_BLOCKS = 85;

/** An issue as it is read from top to bottom, as much as fits into a modal. */
const issueBlocks = (content: IssueContent): readonly KnownBlock[] => {
  const parts = [
    issueOpening(content),
    ...content.articles.map((article) => [divider(), ...articleBlocks(article)]),
    ...content.partTexts.map((text) => [divider(), ...partBlocks(text)]),
  ];
  const blocks: KnownBlock[] = [];
  for (const [index, part] of parts.entries()) {
    if (blocks.length + part.length > MOST_BLOCKS)
      return [...blocks, note(issueText.otherArticles(parts.length - index))];
    blocks.push(...part);
  }
  return blocks;
};

/** Automatic parts that are ticked and of which there is nothing. */
const emptyParts = ({ issue, partTexts }: IssueContent): readonly KnownBlock[] =>
  issue.parts
    .filter((part) => partTexts.every((text) => text.part !== part))
    .map((part) => note(issueDeskText.emptyPart(PART_WORD[part])));

const trialButtons = ({ id }: Issue): readonly KnownBlock[] =>
  buttons('issue-trial', [
    button('issue.try', ISSUE_BUTTON.trial, id),
    button('issue.try-log', ISSUE_BUTTON.logTrial, id),
  ]);

const whereText = ({ channels }: Issue): string =>
  issueDeskText.confirmWhere(channels.map(({ name }) => `#${name}`).join('、'));

/** 発行の確認 until the issue is there. */
export const issuePreparing = (): ModalView =>
  form(ISSUE_FORM.confirm, 'notice', null, [paragraph(issueDeskText.preparing)]);

/** 発行の確認: when, where, and the issue as it will look; on top of the form. */
export const issueConfirmation = ({ content, unusual }: IssuePreview, when: 'at' | 'now'): ModalView => {
  const { issue } = content;
  const at = when === 'at' ? issue.publishAt : null;
  return form(
    ISSUE_FORM.confirm,
    'issue.confirm',
    '発行する',
    [
      paragraph(issueDeskText.confirmWhen(at === null ? issueDeskText.now : printMoment(at))),
      ...(unusual === undefined
        ? []
        : [
            paragraph(
              issueDeskText.unusualHour[unusual](
                at === null ? issueDeskText.hourNow : issueDeskText.hourSet(printMoment(at)),
              ),
            ),
          ]),
      paragraph(whereText(issue)),
      ...emptyParts(content),
      note(issueDeskText.confirmLead),
      ...trialButtons(issue),
      divider(),
      ...issueBlocks(content),
    ],
    { issueId: issue.id, revision: issue.revision, when },
  );
};

/** プレビュー of the next issue, to oneself. What nobody has begun can't be tried: it is nowhere but here. */
export const issuePreview = ({ content, isBegun }: IssuePreview): ModalView =>
  form(ISSUE_FORM.preview, 'notice', null, [
    ...(isBegun
      ? [note(whereText(content.issue)), ...trialButtons(content.issue)]
      : [paragraph(issueDeskText.notBegun)]),
    ...emptyParts(content),
    divider(),
    ...issueBlocks(content),
  ]);

/** A back number. */
export const backIssueForm = (content: IssueContent): ModalView =>
  form(ISSUE_FORM.back, 'notice', null, issueBlocks(content));

/** 記事を追加, to an issue that is out. */
export const addArticlesForm = (issueId: string, articles: OpenedIssue['articles']): ModalView =>
  form(
    ISSUE_FORM.add,
    'issue.add',
    '発行する',
    [
      multiSelectField({
        name: 'articles',
        label: ISSUE_LABEL.articles,
        hint: ISSUE_HINT.articles,
        choices: choicesOf(articles),
      }),
    ],
    { issueId },
  );

/** 号の状況. */
export const issueStatusMessage = (
  { issue, title, readers, reactions }: IssueStatus,
  silent: number,
): SlackMessage => ({
  text: ISSUE_FORM.status,
  shown: { by: 'issue-status', of: issue.id },
  blocks: [
    header(ISSUE_FORM.status),
    paragraph(title),
    paragraph(issueDeskText.statusNumbers(readers, silent)),
    paragraph(issueDeskText.reactions(reactions)),
    paragraph(whereText(issue)),
    ...buttons('issue-status', [button('issue.add', ISSUE_BUTTON.add, issue.id)]),
  ],
});
