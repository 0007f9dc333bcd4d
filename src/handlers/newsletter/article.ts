import { z } from 'zod';
import { createPhotoReader } from '../../documents/photo.ts';
import { cut } from '../../domain/letters.ts';
import { ArticleDraft, MOST_BODY } from '../../domain/newsletter/article.ts';
import { may } from '../../domain/permission.ts';
import { mentionedIn, readableText } from '../../domain/slack/text.ts';
import { nameMentioned } from '../../services/name-mentioned.ts';
import { listOwnArticles } from '../../services/newsletter/list-own-articles.ts';
import { openArticle } from '../../services/newsletter/open-article.ts';
import { restoreArticle } from '../../services/newsletter/restore-article.ts';
import { saveArticle } from '../../services/newsletter/save-article.ts';
import { type ConsentStep, settleConsent } from '../../services/newsletter/settle-consent.ts';
import { openWithdrawal, withdrawArticle } from '../../services/newsletter/withdraw-article.ts';
import { ARTICLE_BUTTON, ARTICLE_HELP, articleText } from '../../texts/article.ts';
import { proposalText } from '../../texts/proposal.ts';
import { doneMessage, sentenceForm, sentenceMessage } from '../../views/failure.ts';
import { articleForm, ownArticlesPart } from '../../views/newsletter/article-form.ts';
import { withdrawalForm } from '../../views/newsletter/final-acts.ts';
import { undoneMessage } from '../../views/undo.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type {
  Asked,
  ButtonRequest,
  Feature,
  FormSubmission,
  Handler,
  HandlerDeps,
  MessageShortcutRequest,
} from '../types.ts';

const ArticleId = z.uuid();

/** 記事を書く. */
const openNew =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const opened = await openArticle(deps, undefined, actor);
    await (opened.ok ? openForm(articleForm(opened.value)) : refuse(opened.error));
  };

/** 協DOの記事にする, on a message: its words are in the form. */
const openFromMessage =
  (deps: HandlerDeps) =>
  async ({ actor, channel, ts, text, openForm, refuse }: MessageShortcutRequest): Promise<void> => {
    const opened = await openArticle(deps, undefined, actor);
    if (!opened.ok) return refuse(opened.error);
    if (!(await deps.channels.mayPostTo(channel)))
      return refuse({ field: 'source', kind: 'source-not-public' });
    const body = cut(readableText(text, await nameMentioned(deps, mentionedIn(text), actor)), MOST_BODY);
    await openForm(articleForm({ ...opened.value, body, source: { channel, ts } }));
  };

/** 編集 of one's own article. */
const openChange =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openArticle(deps, ArticleId.parse(value), actor);
    await (opened.ok ? openForm(articleForm(opened.value)) : refuse(opened.error));
  };

const Carried = z.object({
  articleId: z.uuid(),
  revision: z.number().int().default(0),
  source: z.object({ channel: z.string(), ts: z.string() }).optional(),
});

const SAVED = {
  written: doneMessage('sent', articleText.sent),
  kept: doneMessage('changed', articleText.changed),
  asking: doneMessage('saved', articleText.savedAsking),
  corrected: doneMessage('changed', articleText.savedCorrection),
  proposed: doneMessage('sent', proposalText.proposed),
  same: doneMessage('unchanged', articleText.savedSame),
  'taken-back': doneMessage('cancelled', proposalText.takenBack),
} as const;

/** 記事を書く was submitted. */
const submitArticle: Handler<FormSubmission> = (deps) => {
  const readPhoto = createPhotoReader();
  const submit = filled(ArticleDraft, async (_, { actor, key, draft, metadata, show, refuse }) => {
    const saved = await saveArticle(
      { ...deps, readPhoto },
      readJson(Carried, metadata),
      { key, draft },
      actor,
    );
    if (saved.ok) return show(sentenceForm(SAVED[saved.value.became]));
    // Of the message it was made of the form has no field.
    const isOfSource = 'field' in saved.error && saved.error.field === 'source';
    await refuse(saved.error, isOfSource ? 'body' : undefined);
  });
  return submit(deps);
};

/** 掲載を承諾する and 承諾しない in the bot's message, which shows what became of it. */
const press =
  (step: ConsentStep) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const settled = await settleConsent(deps, ArticleId.parse(value), step, actor);
    if (!settled.ok) return refuse(settled.error);
    if (settled.value === 'before') await answer(sentenceMessage(articleText.settledBefore));
  };

const WITHDRAWN = {
  done: doneMessage('withdrawn', articleText.withdrawn),
  before: doneMessage('withdrawn', articleText.withdrawn),
  proposed: doneMessage('sent', proposalText.proposedWithdrawal),
} as const;

/** 取り下げる: what is not out yet at once, of what is out first the numbers. */
const pressWithdraw =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openWithdrawal(deps, ArticleId.parse(value), actor);
    if (!opened.ok) return refuse(opened.error);
    const { article, issues } = opened.value;
    if (issues.length > 0 && article.withdrawnAt === null) return openForm(withdrawalForm(opened.value));
    const withdrawn = await withdrawArticle(deps, article.id, {}, actor);
    await (withdrawn.ok ? answer(WITHDRAWN[withdrawn.value]) : refuse(withdrawn.error));
  };

/** 記事を取り下げる was submitted. */
const submitWithdrawal =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const { articleId } = readJson(Carried, metadata);
    const withdrawn = await withdrawArticle(deps, articleId, { key }, actor);
    await (withdrawn.ok ? show(sentenceForm(WITHDRAWN[withdrawn.value])) : refuse(withdrawn.error));
  };

/** 元に戻す, in the message about it and in 変更の記録. */
const pressRestore =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const restored = await restoreArticle(deps, ArticleId.parse(value), actor);
    await (restored.ok ? answer(undoneMessage(articleText.restored)) : refuse(restored.error));
  };

/** Writing articles for きょうどう通信 協DO. */
export const articleFeature: Feature = {
  noun: 'newsletter',
  commands: {
    '/kyodo-digest': [
      { words: [], audience: 'all', does: ARTICLE_HELP.write, handle: openNew },
      { words: ['投稿', 'write'], audience: 'all', does: ARTICLE_HELP.write, handle: openNew },
    ],
  },
  shortcuts: { 'article.write': openNew },
  messageShortcuts: { 'article.from-message': openFromMessage },
  buttons: {
    'article.open': openNew,
    'article.change': openChange,
    'article.withdraw': pressWithdraw,
    'article.restore': pressRestore,
    'article.agree': press('agree'),
    'article.decline': press('decline'),
  },
  forms: { 'article.save': submitArticle, 'article.withdraw': submitWithdrawal },
  openers: [
    { actionId: 'article.open', words: ARTICLE_BUTTON.write, may: (actor) => may(actor, 'take-part') },
  ],
  home: [{ place: 'own', read: async (deps, actor) => ownArticlesPart(await listOwnArticles(deps, actor)) }],
  sends: [
    { what: ARTICLE_HELP.sendsConsent, audience: 'all' },
    { what: ARTICLE_HELP.sendsPublished, audience: 'all' },
    { what: ARTICLE_HELP.sendsWithdrawn, audience: 'all' },
  ],
};
