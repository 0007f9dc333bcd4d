import { accountClaimsFeature } from './account-claims.ts';
import { auditFeature } from './audit.ts';
import { awayFeature } from './away.ts';
import { bodyFeature } from './body.ts';
import { bodyMemberFeature } from './body-member.ts';
import { gatherCommands, hintOf } from './commands.ts';
import { deadLettersFeature } from './dead-letters.ts';
import { departmentFeature } from './department.ts';
import { handoverFeature } from './handover.ts';
import { heldFeature } from './held.ts';
import { heldMessagesFeature } from './held-messages.ts';
import { inquiryAnswerFeature } from './inquiry/answer.ts';
import { inquiryChangeFeature } from './inquiry/change.ts';
import { inquiryDelegateFeature } from './inquiry/delegate.ts';
import { inquiryEarlierFeature } from './inquiry/earlier.ts';
import { inquiryFeature } from './inquiry/inquiry.ts';
import { inquiryOverseeFeature } from './inquiry/oversee.ts';
import { inquiryOwnFeature } from './inquiry/own.ts';
import { inquirySendFeature } from './inquiry/send.ts';
import { createKyodoFeature } from './kyodo.ts';
import { actionItemFeature } from './meeting/action-item.ts';
import { meetingChangeFeature } from './meeting/change.ts';
import { didNotMeetFeature } from './meeting/did-not-meet.ts';
import { meetingFeature } from './meeting/meeting.ts';
import { minutesFeature } from './meeting/minutes.ts';
import { preparationFeature } from './meeting/preparation.ts';
import { morningFeature } from './morning.ts';
import { articleFeature } from './newsletter/article.ts';
import { newsletterDeskFeature } from './newsletter/desk.ts';
import { monthlyDayFeature } from './newsletter/monthly-day.ts';
import { newsletterFeature } from './newsletter/newsletter.ts';
import { proposalFeature } from './newsletter/proposal.ts';
import { waitingArticlesFeature } from './newsletter/waiting.ts';
import { opinionAskFeature } from './opinion/ask.ts';
import { considerationFeature } from './opinion/consideration.ts';
import { opinionFileFeature } from './opinion/file.ts';
import { opinionImportFeature } from './opinion/import.ts';
import { opinionFeature } from './opinion/opinion.ts';
import { pastRecordsFeature } from './past-records/past-records.ts';
import { promoterFeature } from './promoter.ts';
import { reportChangesFeature } from './report/changes.ts';
import { reportFeature } from './report/report.ts';
import { chapterTextFeature } from './report/text.ts';
import { retentionFeature } from './retention.ts';
import { roleGuideFeature } from './role-guide.ts';
import { rolloverFeature } from './rollover.ts';
import { rosterConfirmFeature } from './roster/confirm.ts';
import { promoterImportFeature } from './roster/promoter-import.ts';
import { rosterReportFeature } from './roster/report.ts';
import { calendarFeature } from './schedule/calendar.ts';
import { scheduleListFeature } from './schedule/list.ts';
import { scheduleFeature } from './schedule/make.ts';
import { searchFeature } from './search.ts';
import { settingsFeature } from './settings.ts';
import { setupFeature } from './setup.ts';
import { attendanceFeature } from './training/attendance.ts';
import { trainingChangeFeature } from './training/change.ts';
import { missingFeature } from './training/missing.ts';
import { trainingNumbersFeature } from './training/numbers.ts';
import { programmeFeature } from './training/programme.ts';
import { trainingFeature } from './training/training.ts';
import type { Feature } from './types.ts';
import { writtenAnswerFeature } from './written-meeting/answer.ts';
import { writtenCourseFeature } from './written-meeting/course.ts';
import { writtenProgressFeature } from './written-meeting/progress.ts';
import { writtenResultFeature } from './written-meeting/result.ts';
import { writtenStartFeature } from './written-meeting/start.ts';

const OTHERS: readonly Feature[] = [
  searchFeature,
  meetingFeature,
  meetingChangeFeature,
  minutesFeature,
  writtenStartFeature,
  writtenAnswerFeature,
  writtenProgressFeature,
  writtenResultFeature,
  writtenCourseFeature,
  heldFeature,
  didNotMeetFeature,
  scheduleListFeature,
  calendarFeature,
  actionItemFeature,
  preparationFeature,
  scheduleFeature,
  bodyFeature,
  promoterFeature,
  promoterImportFeature,
  rosterReportFeature,
  rosterConfirmFeature,
  morningFeature,
  inquiryFeature,
  inquirySendFeature,
  inquiryEarlierFeature,
  inquiryChangeFeature,
  inquiryOwnFeature,
  inquiryAnswerFeature,
  inquiryOverseeFeature,
  inquiryDelegateFeature,
  deadLettersFeature,
  accountClaimsFeature,
  roleGuideFeature,
  awayFeature,
  settingsFeature,
  bodyMemberFeature,
  departmentFeature,
  heldMessagesFeature,
  setupFeature,
  rolloverFeature,
  retentionFeature,
  pastRecordsFeature,
  auditFeature,
  trainingFeature,
  trainingChangeFeature,
  attendanceFeature,
  missingFeature,
  programmeFeature,
  trainingNumbersFeature,
  articleFeature,
  proposalFeature,
  waitingArticlesFeature,
  newsletterFeature,
  newsletterDeskFeature,
  monthlyDayFeature,
  reportFeature,
  reportChangesFeature,
  chapterTextFeature,
  opinionFeature,
  opinionImportFeature,
  opinionAskFeature,
  considerationFeature,
  opinionFileFeature,
  handoverFeature,
];

/** Everything the bot can do, in the order in which people read of it. */
export const FEATURES: readonly Feature[] = [createKyodoFeature(OTHERS), ...OTHERS];

/** Every slash command with what Slack shows beside it. */
export const COMMANDS: readonly { readonly command: string; readonly hint: string }[] = [
  ...gatherCommands(FEATURES),
].map(([command, subcommands]) => ({ command, hint: hintOf(subcommands) }));

/** The callback ids of the global shortcuts. */
export const SHORTCUTS: readonly string[] = FEATURES.flatMap(({ shortcuts = {} }) => Object.keys(shortcuts));

/** The callback ids of the shortcuts on messages. */
export const MESSAGE_SHORTCUTS: readonly string[] = FEATURES.flatMap(({ messageShortcuts = {} }) =>
  Object.keys(messageShortcuts),
);
