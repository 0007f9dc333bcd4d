import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapter5Document } from '../../../src/documents/chapter5/document.ts';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { MEETING_WAYS, type Meeting } from '../../../src/domain/meeting/meeting.ts';
import { soughtAmong } from '../../../src/domain/person/sought.ts';
import { meetingListMessage } from '../../../src/views/meeting/list.ts';
import { meetingAnnouncedMessage, meetingRecordedMessage } from '../../../src/views/meeting/message.ts';
import { chapterOf, NOTHING_2023 } from '../../documents/chapter5/facts-2023.ts';
import { noteText, writtenMarksIn } from '../../support/meeting-notes.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';

const ASKED_ON = localDate('2023-08-14');
const MAY = {
  mayChange: true,
  mayRecordContents: true,
  maySeeContents: false,
  mayTakeMinutes: true,
  maySeeResult: false,
};

const told = (meeting: Meeting) => ({
  meeting,
  body: aBody(),
  standing: 'settled' as const,
  askedOn: ASKED_ON,
  contact: 'コミュニティ政策課 内線0000',
});

const listOf = (meeting: Meeting) =>
  meetingListMessage(
    {
      year: 2023,
      today: ASKED_ON,
      sought: soughtAmong('', 0, []),
      bodies: [
        {
          body: aBody(),
          meetings: [{ meeting, standing: 'settled', no: 1, ...MAY }],
          didNotMeet: false,
          underWay: [],
        },
      ],
      forSecretariat: true,
      mayConfirm: true,
    },
    1,
  );

/** Every place where the date of one meeting is read, each alone. */
const PLACES: Readonly<Record<string, (meeting: Meeting) => string>> = {
  記録しました: (meeting) => JSON.stringify(meetingRecordedMessage(told(meeting)).blocks),
  'its notification': (meeting) => meetingRecordedMessage(told(meeting)).text,
  'the message once cancelled': (meeting) =>
    JSON.stringify(
      meetingRecordedMessage(told({ ...meeting, cancelled: { at: meeting.recordedAt, reason: '' } })).blocks,
    ),
  'the channel of the body': (meeting) => JSON.stringify(meetingAnnouncedMessage(told(meeting)).blocks),
  'the list': (meeting) => JSON.stringify(listOf(meeting).blocks),
  第5章: (meeting) =>
    JSON.stringify(
      chapter5Document(chapter5Of({ ...NOTHING_2023, bodies: [chapterOf({}, [meeting])] })).parts,
    ),
};

test.each(Object.entries(PLACES))(
  '%s says (書面開催) at most once, whatever the note and the way',
  (_, read) => {
    fc.assert(
      fc.property(noteText, fc.constantFrom(...MEETING_WAYS), (note, way) => {
        expect(writtenMarksIn(read(aMeeting({ note, way })))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  },
);
