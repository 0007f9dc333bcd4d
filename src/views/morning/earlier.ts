import type { KnownBlock } from '@slack/types';
import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printMeetingDate } from '../../domain/meeting/print.ts';
import type { LineContent, ShownLine } from '../../domain/morning/content.ts';
import { printTrainingDate } from '../../domain/training/training.ts';
import { EARLIER_NAME, EARLIER_WORD, earlierText } from '../../texts/earlier.ts';
import { morningText } from '../../texts/morning.ts';
import { paragraph } from '../blocks.ts';

/** What a line is about, in a few words. */
const nameOf = (line: LineContent): string => {
  switch (line.kind) {
    case 'inquiry':
    case 'inquiry-answered':
      return EARLIER_NAME.inquiry(
        morningText.inquiry(line.inquiry.title, line.inquiry.requester),
        line.sectionName,
      );
    case 'written-meeting':
    case 'written-told':
      return line.relation === 'own'
        ? EARLIER_NAME.writtenOwn(line.bodyName)
        : EARLIER_NAME.written(line.bodyName, line.voter.title, line.voter.name);
    case 'written-closed':
      return EARLIER_NAME.writtenResult(line.bodyName);
    case 'action-item':
      return EARLIER_NAME.action(line.item.text);
    case 'collect':
      return EARLIER_NAME.collect(line.inquiry.title, line.departmentName);
    case 'roster-report':
    case 'report-missing':
      return EARLIER_NAME.report(line.departmentName, printFiscalYear(line.year));
    case 'video':
      return EARLIER_NAME.video(line.name);
    case 'guide':
      return EARLIER_NAME.guide(line.departmentName, line.sectionName);
    case 'held-meeting':
      return EARLIER_NAME.held(line.body.name, printMeetingDate(line.meeting));
    case 'held-training':
      return EARLIER_NAME.held(line.name, printTrainingDate(line.session));
    case 'preparation':
      return EARLIER_NAME.preparation(line.body.name, printMeetingDate(line.meeting));
    case 'away-over-due':
      return EARLIER_NAME.away(line.inquiry.title, line.sectionName);
    case 'department-unanswered':
    case 'unanswered':
      return EARLIER_NAME.unanswered(line.inquiry.title);
    case 'deactivated':
      return EARLIER_NAME.deactivated(line.name);
  }
};

/** A line in a message after which a newer one was sent that has it too: what it is about, and one word. */
export const earlierBlock = ({ of, word }: Extract<ShownLine, { readonly kind: 'earlier' }>): KnownBlock =>
  paragraph(earlierText(nameOf(of), EARLIER_WORD[word]));
