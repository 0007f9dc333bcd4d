import { todayInTokyo } from '../domain/calendar/local-date.ts';
import type { DeliveryContent } from '../domain/delivery/content.ts';
import { holdsOn } from '../domain/promoter/appointment.ts';
import type { Settings } from '../domain/settings.ts';
import type { SubjectParts } from '../domain/subject.ts';
import { readInquiryReader, readOwedInquiries } from './inquiry/owed.ts';
import type { LineSources } from './morning/reading.ts';
import { readOwedBallots } from './written-meeting/owed.ts';

/** Who the secretariat is, by 設定 as they were read. That may ask Slack: it is asked where a message depends on it. */
export type KnowsSecretariat = {
  readonly secretariatNow: (settings: Settings) => Promise<readonly string[]>;
};

/** The answer to free text has buttons for at most this many open inquiries. */
const MOST_INQUIRIES = 5;
/** And for so many 書面開催. */
const MOST_BALLOTS = 5;

/** What is open for who wrote to the bot. */
export const readFreeTextAnswer = async (
  record: LineSources & KnowsSecretariat,
  [slackId]: SubjectParts['slack-user'],
  now: Date,
): Promise<DeliveryContent> => {
  const today = todayInTokyo(now);
  const [settings, person] = await Promise.all([
    record.settings.read(),
    record.people.findBySlackId(slackId),
  ]);
  const appointments = person === undefined ? [] : await record.appointments.ofPerson(person.id);
  const guides = appointments.filter(
    (appointment) =>
      appointment.guidePlannedAt !== null &&
      appointment.guideConfirmedAt === null &&
      holdsOn(appointment, today),
  );
  const reader = await readInquiryReader(record, slackId, today, await record.secretariatNow(settings));
  const inquiries = (await readOwedInquiries(record, reader, now, MOST_INQUIRIES)).lines;
  const ballots = (await readOwedBallots(record, reader, now)).slice(0, MOST_BALLOTS);
  return {
    kind: 'free-text-answer',
    contact: settings.contact,
    guides: guides.map(({ id }) => id),
    inquiries,
    ballots,
  };
};
