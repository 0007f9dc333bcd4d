import { z } from 'zod';
import { listBackIssues, readBackIssue } from '../../services/newsletter/list-issues.ts';
import { markIssueRead } from '../../services/newsletter/mark-issue-read.ts';
import { ISSUE_HELP, issueText } from '../../texts/newsletter.ts';
import { sentenceMessage } from '../../views/failure.ts';
import { backIssuesMessage, backIssuesPart } from '../../views/newsletter/home.ts';
import { backIssueForm } from '../../views/newsletter/issue-form.ts';
import type { ButtonRequest, Feature, HandlerDeps } from '../types.ts';

const IssueId = z.uuid();

const READ = {
  counted: issueText.thanks,
  before: issueText.thanksBefore,
  'not-published': issueText.notPublished,
} as const;

/** 読みました. */
const pressRead =
  (deps: HandlerDeps) =>
  async ({ actor, value, answer, refuse }: ButtonRequest): Promise<void> => {
    const read = await markIssueRead(deps, IssueId.parse(value), actor);
    await (read.ok ? answer(sentenceMessage(READ[read.value])) : refuse(read.error));
  };

/** バックナンバー. */
const openList =
  (deps: HandlerDeps) =>
  async ({ actor, answer }: ButtonRequest): Promise<void> =>
    answer(backIssuesMessage(await listBackIssues(deps, actor)));

/** 読む of one back number. */
const openBackIssue =
  (deps: HandlerDeps) =>
  async ({ actor, value, openForm, refuse }: ButtonRequest): Promise<void> => {
    const content = await readBackIssue(deps, IssueId.parse(value), actor);
    await (content === undefined ? refuse({ kind: 'gone' }) : openForm(backIssueForm(content)));
  };

/** きょうどう通信 協DO as everybody reads it. */
export const newsletterFeature: Feature = {
  noun: 'newsletter',
  buttons: {
    'newsletter.read': pressRead,
    'back-issues.open': openList,
    'back-issue.open': openBackIssue,
  },
  home: [
    {
      place: 'coming',
      read: async (deps, actor) => backIssuesPart(await listBackIssues(deps, actor)),
    },
  ],
  sends: [{ what: ISSUE_HELP.sendsIssue, audience: 'all' }],
};
