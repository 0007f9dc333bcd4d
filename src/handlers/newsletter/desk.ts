import { z } from 'zod';
import { printMoment } from '../../domain/calendar/moment.ts';
import { IssueDraft, isUnpublished } from '../../domain/newsletter/newsletter.ts';
import { isSecretariat } from '../../domain/permission.ts';
import { addArticles } from '../../services/newsletter/add-articles.ts';
import { cancelIssue } from '../../services/newsletter/cancel-issue.ts';
import { readIssueDesk, readReadership } from '../../services/newsletter/list-issues.ts';
import { openIssue } from '../../services/newsletter/open-issue.ts';
import { previewIssue } from '../../services/newsletter/preview-issue.ts';
import { type Published, publishIssue } from '../../services/newsletter/publish-issue.ts';
import { readIssueStatus } from '../../services/newsletter/read-issue-status.ts';
import { saveIssue } from '../../services/newsletter/save-issue.ts';
import { type TrialPlace, tryIssue } from '../../services/newsletter/try-issue.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { ISSUE_BUTTON, ISSUE_HELP, issueDeskText } from '../../texts/newsletter.ts';
import { doneMessage, endForm, problemMessage, sentenceForm, sentenceMessage } from '../../views/failure.ts';
import { finalActDone } from '../../views/final-act.ts';
import { cancelIssueForm } from '../../views/newsletter/final-acts.ts';
import { issueDeskPart } from '../../views/newsletter/home.ts';
import {
  addArticlesForm,
  issueConfirmation,
  issueForm,
  issuePreparing,
  issuePreview,
  issueStatusMessage,
} from '../../views/newsletter/issue-form.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import type { Asked, ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

const IssueId = z.uuid();

/** 号を編集・発行: a new issue, or the one named. */
const open = async (
  deps: HandlerDeps,
  issueId: string | undefined,
  { actor, answer, openForm, refuse }: Asked,
): Promise<void> => {
  const opened = await openIssue(deps, issueId, actor);
  if (!opened.ok) return refuse(opened.error);
  await (opened.value.articles.length === 0
    ? answer(sentenceMessage(issueDeskText.noArticles))
    : openForm(issueForm(opened.value)));
};

const openNew = (deps: HandlerDeps) => (request: Asked) => open(deps, undefined, request);

const openByButton =
  (deps: HandlerDeps) =>
  (request: ButtonRequest): Promise<void> =>
    open(deps, IssueId.safeParse(request.value).data, request);

/** Without a revision it counts as opened before every change. */
const Carried = z.object({ issueId: z.uuid(), revision: z.number().int().default(0) });

/** 号を編集・発行 was submitted: kept as a draft, and unless that is all, 発行の確認 comes on top. */
const submitIssue = filled(
  IssueDraft,
  async (deps, { actor, key, draft, metadata, show, refuse, pushThen }) => {
    const target = readJson(Carried, metadata);
    const saved = await saveIssue(deps, target, { key, draft }, actor);
    if (!saved.ok) return refuse(saved.error);
    const { publishing } = draft;
    if (publishing === 'draft')
      return show(sentenceForm(doneMessage('savedDraft', issueDeskText.savedDraft)));
    // In Socket Mode an acknowledgement of 20 KB is dropped without a word: the whole issue comes after it.
    await pushThen(issuePreparing(), async () => {
      const preview = await previewIssue(deps, target.issueId, actor);
      if (!preview.ok) return sentenceForm(problemMessage(preview.error));
      return preview.value === undefined ? issuePreparing() : issueConfirmation(preview.value, publishing);
    });
  },
);

const outcomeMessage = ({ became, title, publishAt, channels }: Published): SlackMessage => {
  if (became === 'empty') return sentenceMessage(issueDeskText.noArticles);
  return became === 'scheduled' && publishAt !== null
    ? doneMessage('scheduled', issueDeskText.scheduled(title, printMoment(publishAt)))
    : doneMessage('published', issueDeskText.publishing(title, channels));
};

const Confirmed = Carried.extend({ when: z.enum(['at', 'now']) });

/** 発行の確認 was submitted. */
const submitConfirmation =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const { when, ...target } = readJson(Confirmed, metadata);
    const published = await publishIssue(deps, target, { key, draft: when }, actor);
    await (published.ok ? show(endForm(outcomeMessage(published.value))) : refuse(published.error));
  };

/** 今すぐ発行 of one whose hour had passed. */
const pressPublish =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const published = await publishIssue(deps, { issueId: IssueId.parse(value) }, { draft: 'now' }, actor);
    await (published.ok ? answer(outcomeMessage(published.value)) : refuse(published.error));
  };

/** 発行を取りやめる: first the numbers. */
const pressCancel =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const preview = await previewIssue(deps, IssueId.parse(value), actor);
    if (!preview.ok) return refuse(preview.error);
    const content = preview.value?.content;
    await (content !== undefined && isUnpublished(content.issue)
      ? openForm(cancelIssueForm(content))
      : refuse({ kind: 'gone' }));
  };

/** 発行を取りやめる was submitted. */
const submitCancel =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, refuse }: FormSubmission): Promise<void> => {
    const cancelled = await cancelIssue(deps, readJson(Carried, metadata), key, actor);
    await (cancelled.ok
      ? show(finalActDone('issue.cancel', issueDeskText.cancelled))
      : refuse(cancelled.error));
  };

const TRIED = { self: issueDeskText.trialSent, log: issueDeskText.logTrialSent } as const;

/** 自分に試し送信, 運用ログに試し送信. */
const pressTry =
  (place: TrialPlace) =>
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const tried = await tryIssue(deps, IssueId.parse(value), place, actor);
    if (!tried.ok) return refuse(tried.error);
    await answer(
      tried.value ? doneMessage('sent', TRIED[place]) : sentenceMessage(issueDeskText.noLogChannel),
    );
  };

/** プレビュー of the next issue. */
const answerPreview =
  (deps: HandlerDeps) =>
  async (request: Asked): Promise<void> => {
    const preview = await previewIssue(deps, undefined, request.actor);
    if (!preview.ok) return request.refuse(preview.error);
    await (preview.value === undefined
      ? request.answer(sentenceMessage(issueDeskText.noArticles))
      : request.openForm(issuePreview(preview.value)));
  };

/** 記事を追加 to an issue that is out. */
const openAdding =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, openForm, refuse }: ButtonRequest): Promise<void> => {
    const opened = await openIssue(deps, undefined, actor);
    if (!opened.ok) return refuse(opened.error);
    await (opened.value.articles.length === 0
      ? answer(sentenceMessage(issueDeskText.noArticles))
      : openForm(addArticlesForm(IssueId.parse(value), opened.value.articles)));
  };

const Added = z.object({ articles: z.array(z.uuid()).min(1) });

/** 記事を追加 was submitted. */
const submitAdding = filled(Added, async (deps, { actor, key, draft, metadata, show, refuse }) => {
  const { issueId } = readJson(Carried, metadata);
  const added = await addArticles(deps, issueId, { key, draft: draft.articles }, actor);
  await (added.ok
    ? show(sentenceForm(doneMessage('added', issueDeskText.added(added.value))))
    : refuse(added.error));
});

/** 状況 of an issue that is out. */
const openStatus =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const status = await readIssueStatus(deps, IssueId.parse(value), actor);
    if (!status.ok) return refuse(status.error);
    const { silent } = await readReadership(deps, actor.workspaceId, status.value.issue);
    await answer(issueStatusMessage(status.value, silent));
  };

/** Making and publishing issues, by the secretariat. */
export const newsletterDeskFeature: Feature = {
  noun: 'newsletter',
  commands: {
    '/kyodo-digest': [
      {
        words: ['プレビュー', 'preview', '確認'],
        audience: 'secretariat',
        does: ISSUE_HELP.preview,
        handle: answerPreview,
      },
      { words: ['発行', 'issue'], audience: 'secretariat', does: ISSUE_HELP.issue, handle: openNew },
    ],
  },
  buttons: {
    'issue.open': openByButton,
    'issue.publish': pressPublish,
    'issue.cancel': pressCancel,
    'issue.try': pressTry('self'),
    'issue.try-log': pressTry('log'),
    'issue.add': openAdding,
    'issue-status.open': openStatus,
  },
  forms: {
    'issue.save': submitIssue,
    'issue.confirm': submitConfirmation,
    'issue.add': submitAdding,
    'issue.cancel': submitCancel,
  },
  redraws: { 'issue-status': openStatus },
  openers: [{ actionId: 'issue.open', words: ISSUE_BUTTON.edit, may: isSecretariat }],
  home: [
    {
      place: 'secretariat',
      read: async (deps, actor) => {
        const desk = await readIssueDesk(deps, actor);
        return desk === undefined ? [] : issueDeskPart(desk);
      },
    },
  ],
  sends: [
    { what: ISSUE_HELP.sendsAsked, audience: 'secretariat' },
    { what: ISSUE_HELP.sendsTrouble, audience: 'secretariat' },
  ],
};
