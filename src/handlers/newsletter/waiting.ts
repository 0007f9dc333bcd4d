import { z } from 'zod';
import {
  listWaitingArticles,
  type Move,
  moveArticle,
} from '../../services/newsletter/list-waiting-articles.ts';
import { restoreArticle } from '../../services/newsletter/restore-article.ts';
import { withdrawArticle } from '../../services/newsletter/withdraw-article.ts';
import { waitingArticleForm, waitingArticlesMessage } from '../../views/newsletter/waiting.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const ArticleId = z.uuid();

/** 掲載を待っている記事, from the Home tab and 号を編集・発行. */
const open =
  (deps: HandlerDeps) =>
  async ({ actor, answer, refuse }: ButtonRequest): Promise<void> => {
    const waiting = await listWaitingArticles(deps, actor);
    await (waiting.ok ? answer(waitingArticlesMessage(waiting.value)) : refuse(waiting.error));
  };

/** 読む. */
const read =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const waiting = await listWaitingArticles(deps, actor);
    if (!waiting.ok) return refuse(waiting.error);
    const found = waiting.value.find(({ article }) => article.id === ArticleId.parse(value));
    await (found === undefined ? refuse({ kind: 'gone' }) : openForm(waitingArticleForm(found)));
  };

/** 上へ, 下へ. */
const move =
  (where: Move) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const waiting = await moveArticle(deps, ArticleId.parse(value), where, actor);
    await (waiting.ok ? replace(waitingArticlesMessage(waiting.value)) : refuse(waiting.error));
  };

/** 取り下げる: the list without it, and how to undo that. */
const withdraw =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const id = ArticleId.parse(value);
    const before = await listWaitingArticles(deps, actor);
    if (!before.ok) return refuse(before.error);
    const found = before.value.find(({ article }) => article.id === id);
    // What has gone out since the list was shown is no longer withdrawn by one press.
    if (found === undefined) return refuse({ kind: 'gone' });
    const withdrawn = await withdrawArticle(deps, id, {}, actor);
    if (!withdrawn.ok) return refuse(withdrawn.error);
    const rest = before.value.filter(({ article }) => article.id !== id);
    await replace(waitingArticlesMessage(rest, found.article));
  };

/** 元に戻す of the one just withdrawn. */
const restore =
  (deps: HandlerDeps) =>
  async ({ actor, value, replace, refuse }: ButtonRequest): Promise<void> => {
    const restored = await restoreArticle(deps, ArticleId.parse(value), actor);
    if (!restored.ok) return refuse(restored.error);
    const waiting = await listWaitingArticles(deps, actor);
    await (waiting.ok ? replace(waitingArticlesMessage(waiting.value)) : refuse(waiting.error));
  };

/** The secretariat's look at every article that is not out yet. */
export const waitingArticlesFeature: Feature = {
  noun: 'newsletter',
  buttons: {
    'article-list.open': open,
    'article-list.read': read,
    'article-list.earlier': move('earlier'),
    'article-list.later': move('later'),
    'article-list.withdraw': withdraw,
    'article-list.take-back': restore,
  },
  redraws: { 'article-list': open },
};
