import type { ModalView } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { IssueContent } from '../../domain/newsletter/newsletter.ts';
import type { Withdrawal } from '../../services/newsletter/withdraw-article.ts';
import { articleText } from '../../texts/article.ts';
import { issueDeskText } from '../../texts/newsletter.ts';
import { proposalText } from '../../texts/proposal.ts';
import { finalActView } from '../final-act.ts';

/** 取り下げる of an article that is out: first what that touches. */
export const withdrawalForm = ({ article, issues, awaitsApproval }: Withdrawal): ModalView =>
  finalActView('article.withdraw', {
    numbers: [
      articleText.withdrawLead(article.title),
      ...issues.map(({ title, channels, readers }) => articleText.withdrawFrom(title, channels, readers)),
    ],
    about: [articleText.withdrawNote, ...(awaitsApproval ? [proposalText.awaits] : [])],
    metadata: { articleId: article.id },
  });

/** 発行を取りやめる: first what that touches. */
export const cancelIssueForm = ({ issue, title, articles }: IssueContent): ModalView =>
  finalActView('issue.cancel', {
    numbers: [
      issueDeskText.cancelLead(title),
      issueDeskText.cancelNumbers(articles.length, issue.channels.length),
      ...(issue.publishAt === null ? [] : [issueDeskText.confirmWhen(printMoment(issue.publishAt))]),
    ],
    about: [issueDeskText.cancelNote],
    metadata: { issueId: issue.id, revision: issue.revision },
  });
