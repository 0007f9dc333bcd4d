import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { DELIVERY_KINDS, type Delivery } from '../../../src/domain/delivery/delivery.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { placeActions, readActionsOf, readEarlierActions } from '../../../src/queries/action-item.ts';
import { readDeliveryContent } from '../../../src/queries/delivery.ts';
import { readFreeTextAnswer } from '../../../src/queries/free-text.ts';
import { readAskable } from '../../../src/queries/inquiry/askable.ts';
import { readDelegateAskedContent, readReturnedContent } from '../../../src/queries/inquiry/messages.ts';
import { readInquiryReader, readOwedInquiries } from '../../../src/queries/inquiry/owed.ts';
import { readQuestionsToSend } from '../../../src/queries/inquiry/questions-to-send.ts';
import { readOwners, readResponsibles } from '../../../src/queries/inquiry/responsibles.ts';
import { readReturners } from '../../../src/queries/inquiry/returners.ts';
import { readRosterToAsk } from '../../../src/queries/inquiry/roster-to-ask.ts';
import { readSectionQuestions } from '../../../src/queries/inquiry/section-questions.ts';
import { readTargetInPlace } from '../../../src/queries/inquiry/target-in-place.ts';
import {
  readDidNotMeet,
  readMeetingAnnounced,
  readMeetingRecorded,
  readRefsOfMeeting,
} from '../../../src/queries/meeting.ts';
import { readChannelTrouble } from '../../../src/queries/newsletter.ts';
import { readGivenOut } from '../../../src/queries/report.ts';
import { readPast, readRetention } from '../../../src/queries/retention.ts';
import { readKnownRoster, readLinesOfSections } from '../../../src/queries/roster.ts';
import { readUndoable } from '../../../src/queries/undoable.ts';
import { anAction } from '../action-items.ts';
import { JOB } from '../full-workspace/full-workspace.ts';
import { KEY } from '../full-workspace/inquiry.ts';
import { AT, DAY, ID, SLACK_ID, YEAR } from '../full-workspace/names.ts';
import { finds, type WallCase, WORDS } from './case.ts';
import { HANDOVER_QUERY_CASES } from './handover-queries.ts';
import { MORNING_QUERY_CASES } from './morning-queries.ts';
import { NEWSLETTER_QUERY_CASES } from './newsletter-queries.ts';
import { OPINION_QUERY_CASES } from './opinion.ts';
import { SCHEDULE_QUERY_CASES } from './schedule-queries.ts';
import { SEARCH_QUERY_CASES } from './search.ts';
import { noTraining, TRAINING_QUERY_CASES } from './training-queries.ts';
import { WRITTEN_QUERY_CASES } from './written-queries.ts';

const RUN = `${JOB.name} ${JOB.slot.toISOString()}`;
const REF = `inquiry:${ID.inquiry}:${ID.section}:promoter` as const;
/** One of the secretariat, who may be asked anything. */
const READER = { id: SLACK_ID, personId: ID.person, isSecretariat: true, posts: [] } as const;

/** A delivery of each kind that speaks of what the full workspace holds. */
const speakingOf: Readonly<Record<Delivery['kind'], string>> = {
  'meeting-recorded': `meeting:${ID.meeting}`,
  'meeting-announced': `meeting:${ID.meeting}`,
  'did-not-meet-recorded': `did-not-meet:${ID.body}:${YEAR}`,
  'role-guide': `appointment:${ID.appointment}`,
  'free-text-answer': `slack-user:${SLACK_ID}`,
  'training-recorded': `training:${ID.session}`,
  'training-asked': `training:${ID.session}`,
  'training-lag': `training-lag:${YEAR}`,
  retention: 'settings',
  'schedule-recorded': `schedule:${YEAR}`,
  morning: `morning:${DAY}`,
  'inquiry-asked': `inquiry:${ID.inquiry}`,
  'inquiry-trial': `inquiry:${ID.inquiry}`,
  'written-meeting-asked': `written-meeting:${ID.written}:1`,
  'written-meeting-asked-now': `written-meeting:${ID.written}:1`,
  'written-meeting-trial': `written-meeting:${ID.writtenDraft}`,
  'written-meeting-amended': `written-meeting:${ID.written}:1`,
  'written-meeting-cancelled': `written-meeting:${ID.written}`,
  'written-result': `written-meeting:${ID.written}`,
  'written-result-now': `written-meeting:${ID.written}`,
  'written-result-trial': `written-meeting:${ID.written}`,
  'inquiry-returned': `inquiry:${ID.inquiry}:${ID.section}:promoter`,
  'delegate-asked': `inquiry:${ID.inquiry}:${ID.section}:promoter`,
  'newsletter-issue': `newsletter:${ID.issue}`,
  'newsletter-article': `newsletter:${ID.issue}:${ID.article}`,
  'newsletter-part': `newsletter:${ID.issue}:meetings`,
  'newsletter-asked': `newsletter-asked:${ID.issue}:late`,
  'article-consent': `article:${ID.article}`,
  'article-published': `article:${ID.article}`,
  'article-withdrawn': `article:${ID.article}`,
  'article-proposed': `article-proposal:${ID.proposal}`,
  'article-judged': `article-proposal:${ID.proposal}`,
  'channel-trouble': 'channel:C0TAKETORI:gone',
  'job-report': `run:${RUN}`,
  'failure-noted': 'failure:1a2b3c4d:job',
  'update-refused': `unshown:${DAY}`,
  correction: `delivery:${ID.fresh}`,
  continued: `continues:${ID.fresh}`,
};
const SPOKEN_OF = [
  ...DELIVERY_KINDS.map((kind) => ({ kind, subject: speakingOf[kind] })),
  { kind: 'did-not-meet-recorded', subject: `programme-not-held:${ID.programme}:${YEAR}` },
] as const;

const { contact } = DEFAULT_SETTINGS;
const noTrouble = {
  kind: 'channel-trouble',
  trouble: 'gone',
  channel: { id: 'C0TAKETORI', name: '' },
  titles: [],
  bodies: [],
  isLog: false,
  word: '',
} as const;
const nothingPast = { kind: 'retention', years: 10, limit: undefined, people: 0 } as const;
/** What is said of it where nothing is in the record. */
const nothingSaid = ({ kind }: (typeof SPOKEN_OF)[number]) => {
  if (kind === 'free-text-answer') return { kind, contact, guides: [], inquiries: [], ballots: [] };
  if (kind === 'morning' || kind === 'inquiry-asked' || kind === 'training-asked')
    return { kind, day: DAY, lines: [], contact };
  if (kind === 'channel-trouble') return noTrouble;
  if (kind === 'update-refused') return { kind, forWriter: false, lines: [], count: 0 };
  if (kind === 'failure-noted') return { kind, id: '1a2b3c4d', what: 'job', count: 0 };
  if (kind === 'training-lag') return noTraining;
  if (kind === 'retention') return nothingPast;
  if (kind === 'schedule-recorded') return { kind, year: YEAR, occasions: [], contact };
  return undefined;
};

/** Every function of src/queries, asked for what the full workspace holds. */
export const QUERY_WALL_CASES: Readonly<Record<string, WallCase>> = {
  readPast: finds(nothingPast, (record) => readPast(record, localDate('2099-04-01'), [])),
  readRetention: finds(nothingPast, (record) =>
    readRetention({ ...record, secretariatNow: async () => [] }, [], new Date('2099-04-01T09:00:00+09:00')),
  ),
  readGivenOut: finds([], (record) => readGivenOut(record, YEAR)),
  readDeliveryContent: finds(SPOKEN_OF.map(nothingSaid), (record, delivery) =>
    Promise.all(
      SPOKEN_OF.map((spoken) =>
        readDeliveryContent({ ...record, secretariatNow: async () => [] }, { ...delivery, ...spoken }, AT),
      ),
    ),
  ),
  readRefsOfMeeting: finds([], (record) => readRefsOfMeeting(record, ID.meeting)),
  readMeetingRecorded: finds(undefined, (record) => readMeetingRecorded(record, [ID.meeting], AT)),
  readMeetingAnnounced: finds(undefined, (record) =>
    readMeetingAnnounced(
      record,
      { key: `meeting-announced:${ID.meeting}:${ID.body}`, subject: `meeting:${ID.meeting}` },
      AT,
    ),
  ),
  placeActions: finds([''], async (record) =>
    (await placeActions(record, [anAction({ meeting: { bodyId: ID.body, fiscalYear: YEAR } })])).map(
      ({ bodyName }) => bodyName,
    ),
  ),
  readActionsOf: finds([], (record) => readActionsOf(record, { id: ID.meeting })),
  readEarlierActions: finds([], (record) =>
    readEarlierActions(record, { bodyId: ID.body, date: { kind: 'day', day: localDate('2027-03-31') } }),
  ),
  readUndoable: finds(undefined, async (record) => {
    await record.meetings.cancel(ID.meeting, AT, WORDS).catch(() => undefined);
    return readUndoable(record, { action: 'cancel-meeting', subject: `meeting:${ID.meeting}`, at: AT }, AT);
  }),
  readDidNotMeet: finds(undefined, (record) =>
    readDidNotMeet(record, { subject: `did-not-meet:${ID.body}:${YEAR}` }),
  ),
  ...NEWSLETTER_QUERY_CASES,
  ...OPINION_QUERY_CASES,
  readChannelTrouble: finds(noTrouble, (record) =>
    readChannelTrouble(record, [noTrouble.channel.id, 'gone'], AT),
  ),
  ...TRAINING_QUERY_CASES,
  ...SCHEDULE_QUERY_CASES,
  ...SEARCH_QUERY_CASES,
  ...HANDOVER_QUERY_CASES,
  readKnownRoster: finds({ people: [], departments: [], appointments: [] }, (record) =>
    readKnownRoster(record, { first: DAY, last: localDate('2027-03-31') }),
  ),
  readLinesOfSections: finds([], (record) =>
    readLinesOfSections(record, [{ sectionId: ID.section, fiscalYear: YEAR }]),
  ),

  readFreeTextAnswer: finds(
    { kind: 'free-text-answer', contact, guides: [], inquiries: [], ballots: [] },
    (record) => readFreeTextAnswer({ ...record, secretariatNow: async () => [] }, [SLACK_ID], AT),
  ),
  readTargetInPlace: finds(undefined, (record) => readTargetInPlace(record, KEY, true)),
  readAskable: finds({ toAsk: [], withoutSection: [], asked: [] }, (record) =>
    readAskable(record, { year: YEAR, opinionIds: [ID.opinion] }, DAY),
  ),
  readQuestionsToSend: finds({ kept: [], now: [] }, (record) =>
    readQuestionsToSend(record, { id: ID.inquiry, audience: 'related' }, DAY),
  ),
  readSectionQuestions: finds({ questions: [], answered: new Map(), drafts: new Map() }, (record) =>
    readSectionQuestions(record, { inquiry: { audience: 'related' } }, KEY, ID.answer),
  ),
  readResponsibles: finds(
    0,
    async (record) =>
      (
        await readResponsibles(record, DAY, {
          departmentIds: [ID.department],
          delegateIds: [ID.person],
          secretariat: [],
        })
      ).people.size,
  ),
  readOwners: finds([], async (record) => {
    const target = { sectionId: ID.section, role: 'promoter', delegateId: ID.person } as const;
    return (await readOwners(record, DAY, [target]))(target).people;
  }),
  readRosterToAsk: finds(
    {
      serving: { day: DAY, carriedFrom: null },
      departments: [],
      appointments: [],
      people: [],
      secretariat: [],
      away: [],
    },
    (record) => readRosterToAsk(record, DAY, []),
  ),
  readOwedInquiries: finds({ lines: [], total: 0 }, (record) => readOwedInquiries(record, READER, AT, 9)),
  readInquiryReader: finds({ id: SLACK_ID, personId: null, isSecretariat: false, posts: [] }, (record) =>
    readInquiryReader(record, SLACK_ID, DAY, []),
  ),
  readReturners: finds([{ chief: null }], async (record) => {
    const returned = { at: AT, by: SLACK_ID, reason: WORDS, dueOn: DAY };
    const serving = { day: DAY, carriedFrom: null };
    return [...(await readReturners(record, serving, [{ answer: null, returned }])).values()];
  }),
  readReturnedContent: finds(undefined, (record, { id }) =>
    readReturnedContent(record, { id, recipient: SLACK_ID, subject: REF }, AT),
  ),
  readDelegateAskedContent: finds(undefined, (record) =>
    readDelegateAskedContent(record, { key: `delegate-asked:${ID.request}`, recipient: SLACK_ID }, AT),
  ),

  ...MORNING_QUERY_CASES,
  ...WRITTEN_QUERY_CASES,
};
