import type { KnownBlock, ModalView } from '@slack/types';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import type { AnnouncedWrittenResult } from '../../services/written-meeting/announce.ts';
import type { WrittenResultPreview } from '../../services/written-meeting/preview-result.ts';
import { WRITTEN_RESULT_BUTTON, writtenAnnounceText } from '../../texts/written-result.ts';
import { button, buttons, divider, header, note, paragraphsOf } from '../blocks.ts';
import { doneMessage, endForm } from '../failure.ts';
import { sendingConfirmation, sendingField } from '../inquiry/sending.ts';
import { fitsOneView } from '../measure.ts';
import { noticeBlocks } from './result-message.ts';

const namesOf = (voters: WrittenResultPreview['withoutSlack']): string =>
  voters.map(({ title, name }) => `${title} ${name}`).join('、');

/** The notice as it will look, or where that is too long for one view its words alone. */
const previewBlocks = ({ notice }: WrittenResultPreview): readonly KnownBlock[] => {
  const whole = noticeBlocks(notice);
  return fitsOneView(whole) ? whole : [note(writtenAnnounceText.tooLong), ...paragraphsOf([notice.words])];
};

/** 送信の確認 of 結果通知: to how many, who can't be told by Slack, and the message as it will look. */
export const writtenResultConfirmation = (preview: WrittenResultPreview): ModalView => {
  const { meetingId, revision, notice, recipients, away, isToCome, withoutSlack, nextMorning } = preview;
  return sendingConfirmation(
    'written-result.announce',
    [
      ...paragraphsOf([
        writtenAnnounceText.count(recipients),
        ...(away === 0 ? [] : [writtenAnnounceText.away(away)]),
        ...(withoutSlack.length === 0 ? [] : [writtenAnnounceText.withoutSlack(namesOf(withoutSlack))]),
        isToCome
          ? writtenAnnounceText.recordedAhead(printDayWithWeekday(notice.dueOn))
          : writtenAnnounceText.recorded,
      ]),
      ...(nextMorning === null ? [] : [sendingField('next-morning', ['next-morning', 'now'])]),
      divider(),
      header(writtenAnnounceText.preview),
      ...previewBlocks(preview),
      ...buttons('trial', [button('written-result.try', WRITTEN_RESULT_BUTTON.trial, meetingId)]),
    ],
    { meetingId, revision },
    WRITTEN_RESULT_BUTTON.announce,
  );
};

/** After 結果を通知する. */
export const writtenResultAnnounced = ({ told, leavesOn }: AnnouncedWrittenResult): ModalView =>
  endForm(
    doneMessage(
      'sent',
      leavesOn === null
        ? writtenAnnounceText.announcedNow(told)
        : writtenAnnounceText.announced(told, printDayWithWeekday(leavesOn)),
    ),
  );
