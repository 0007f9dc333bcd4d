import type { ContextBlock } from '@slack/types';
import { printMoment } from '../../domain/calendar/moment.ts';
import type { OccasionChange } from '../../domain/occasion/history.ts';
import { historyText } from '../../texts/history.ts';
import { mentioningNote } from '../mentioning.ts';
import { escaped, personMention } from '../mrkdwn.ts';

/** Each sign may become five when escaped, and Slack takes 3,000 in all. */
const MOST_BEFORE = 250;
const MOST_REASON = 300;

/** One line of これまでの変更; `before` is what stood there. The name is a mention; all that was typed is escaped. */
export const changeLine = (
  { at, actor, reason }: Omit<OccasionChange<unknown>, 'before'>,
  before: string,
): ContextBlock =>
  mentioningNote(
    historyText.changed(
      printMoment(at),
      personMention(actor),
      escaped(before, MOST_BEFORE),
      escaped(reason, MOST_REASON),
    ),
  );
