import type { KnownBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { IssueDesk, ListedIssue } from '../../services/newsletter/list-issues.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { WAITING_ARTICLES } from '../../texts/article.ts';
import { ISSUE_BUTTON, issueDeskText, issueText } from '../../texts/newsletter.ts';
import { PROPOSAL_BUTTON, proposalText } from '../../texts/proposal.ts';
import { button, buttons, header, note, paragraph } from '../blocks.ts';

const moment = (date: Date | null): string => (date === null ? '' : printMoment(date));

const comingLine = ({ issue, title }: ListedIssue): string => {
  if (issue.state === 'scheduled') return issueDeskText.scheduledLine(title, moment(issue.publishAt));
  return issue.state === 'late'
    ? issueDeskText.lateLine(title, moment(issue.publishAt))
    : issueDeskText.draft(title);
};

/** The Home tab names at most this many issues that are not out yet. */
const MOST_COMING = 5;
const MOST_PROPOSALS = 5;

/** きょうどう通信 on the secretariat's Home tab. */
export const issueDeskPart = ({
  coming,
  last,
  offered,
  nextMonthly,
  proposals,
}: IssueDesk): readonly KnownBlock[] => [
  header(issueDeskText.homeTitle),
  ...proposals.slice(0, MOST_PROPOSALS).map(
    ({ id, title, isWithdrawal }): KnownBlock => ({
      ...paragraph(isWithdrawal ? proposalText.waitingWithdrawal(title) : proposalText.waitingChange(title)),
      accessory: button('article-proposal.open', PROPOSAL_BUTTON.open, id),
    }),
  ),
  ...coming
    .slice(0, MOST_COMING)
    .flatMap((listed) => [
      paragraph(comingLine(listed)),
      ...buttons(`issue-${listed.issue.id}`, [
        button('issue.open', ISSUE_BUTTON.continue, listed.issue.id),
        button('issue.try', ISSUE_BUTTON.trial, listed.issue.id),
        button('issue.cancel', ISSUE_BUTTON.cancel, listed.issue.id),
      ]),
    ]),
  ...(last === undefined
    ? []
    : [
        paragraph(
          issueDeskText.publishedLine(last.title, moment(last.issue.publishedAt), last.readers, last.silent),
        ),
        ...buttons(`issue-${last.issue.id}`, [
          button('issue-status.open', ISSUE_BUTTON.status, last.issue.id),
          button('issue.add', ISSUE_BUTTON.add, last.issue.id),
        ]),
      ]),
  note(
    [
      issueDeskText.offered(offered),
      ...(nextMonthly === null ? [] : [issueDeskText.monthly(printMoment(nextMonthly))]),
    ].join('\n'),
  ),
  ...buttons('waiting-articles', [button('article-list.open', WAITING_ARTICLES, 'all')]),
];

/** The Home tab and the list name at most this many back numbers. */
const MOST_ON_HOME = 3;
const MOST_IN_LIST = 20;

const backLines = (issues: readonly ListedIssue[]): readonly KnownBlock[] =>
  issues.flatMap(({ issue, title }) => [
    paragraph(issueText.backLine(title, moment(issue.publishedAt))),
    ...buttons(`back-${issue.id}`, [button('back-issue.open', ISSUE_BUTTON.show, issue.id)]),
  ]);

/** Back numbers on everybody’s Home tab; no block where there is none. */
export const backIssuesPart = (issues: readonly ListedIssue[]): readonly KnownBlock[] =>
  issues.length === 0
    ? []
    : [
        header(issueText.backTitle),
        ...backLines(issues.slice(0, MOST_ON_HOME)),
        ...(issues.length > MOST_ON_HOME
          ? buttons('back-issues', [button('back-issues.open', ISSUE_BUTTON.back, 'all')])
          : []),
      ];

/** バックナンバー, as a list. */
export const backIssuesMessage = (issues: readonly ListedIssue[]): SlackMessage => ({
  text: issueText.backTitle,
  blocks: [
    header(issueText.backTitle),
    ...(issues.length === 0 ? [paragraph(issueText.noBack)] : backLines(issues.slice(0, MOST_IN_LIST))),
    ...(issues.length > MOST_IN_LIST ? [note(issueText.olderIssues(issues.length - MOST_IN_LIST))] : []),
  ],
});
