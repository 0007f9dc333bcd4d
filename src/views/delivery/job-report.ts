import { printTime } from '../../domain/calendar/moment.ts';
import type { DeliveryContent } from '../../domain/delivery/content.ts';
import { foundNoChange, plannedIn, type RunReport } from '../../domain/delivery/run-report.ts';
import type { SlackMessage } from '../../slack/message.ts';
import { failureNotedText, isSkippedCount, isToldCount, jobReportText } from '../../texts/job-report.ts';
import { paragraph } from '../blocks.ts';
import { escaped } from '../mrkdwn.ts';

const said = (sentence: string): SlackMessage => ({ text: escaped(sentence), blocks: [paragraph(sentence)] });

/** Counts above 0 that a job gives for what was not sent, and what was dropped on its way. */
const skippedOf = ({ counts, tally }: RunReport): readonly (readonly [string, number])[] =>
  [
    ...Object.entries(counts).filter(([name]) => isSkippedCount(name)),
    ...Object.entries(tally.dropped),
  ].filter(([, count]) => count > 0);

/** A run of a job, for 運用ログ: 朝の通知 9:00 送信37件、見送り5件(不在3・回答済み2)、失敗0件. */
export const jobReportMessage = (report: RunReport): SlackMessage => {
  const { name, slot, counts, tally } = report;
  const planned = plannedIn(tally);
  const skipped = skippedOf(report);
  const told = foundNoChange(counts)
    ? [jobReportText.noChange]
    : Object.entries(counts)
        .filter(([what]) => isToldCount(what))
        .map(([what, count]) => jobReportText.count(what, count));
  const count = skipped.reduce((sum, [, each]) => sum + each, 0);
  const sent =
    tally.waiting > 0
      ? jobReportText.sending(tally.sent, planned)
      : jobReportText.sent(tally.sent, tally.retried);
  const messages =
    planned + count === 0
      ? []
      : [
          ...(planned === 0 ? [jobReportText.nothing] : [sent]),
          ...(count === 0
            ? []
            : [
                jobReportText.skipped(
                  count,
                  skipped
                    .map(([reason, each]) => jobReportText.reason(reason, each))
                    .join(jobReportText.reasons),
                ),
              ]),
          ...(planned === 0 ? [] : [jobReportText.failed(tally.dead)]),
        ];
  const all = [...told, ...messages];
  const words = all.length === 0 ? jobReportText.nothing : all.join(jobReportText.separator);
  return said(jobReportText.line(jobReportText.title(name, printTime(slot)), words));
};

/** Something failed, for 運用ログ. */
export const failureNotedMessage = ({
  what,
  id,
  count,
}: Extract<DeliveryContent, { readonly kind: 'failure-noted' }>): SlackMessage =>
  said(failureNotedText.sentence(what, id, count));
