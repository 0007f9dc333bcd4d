import type { BodyMember } from '../../src/domain/body/member.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import type { Choice, WrittenAnswer } from '../../src/domain/written-meeting/answer.ts';
import type { Voter } from '../../src/domain/written-meeting/voter.ts';
import type { WrittenItem, WrittenMeeting } from '../../src/domain/written-meeting/written-meeting.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A 案件 for deliberation, the first version. */
export const anItem = (facts: Partial<WrittenItem> = {}): WrittenItem => ({
  position: 1,
  version: 1,
  text: '市の調査・検討について',
  kind: 'deliberation',
  ...facts,
});

/** A 書面開催 of 協働推進本部会議 asked on 2023-07-27 and due on Thu 2023-08-10, with one 案件 for deliberation. */
export const aWrittenMeeting = (facts: Partial<WrittenMeeting> = {}): WrittenMeeting => ({
  id: id(1),
  bodyId: '00000000-0000-4000-8000-0000000000b1',
  documentNumber: '豊コ第80号',
  invitation: '',
  documents: '',
  dueOn: localDate('2023-08-10'),
  voters: [],
  votersWithoutSlack: '',
  items: [anItem()],
  files: [],
  state: 'open',
  createdBy: 'U0SECRETARY',
  createdAt: new Date('2023-07-26T10:00:00+09:00'),
  sentAt: new Date('2023-07-26T10:00:00+09:00'),
  askedOn: localDate('2023-07-27'),
  dueBefore: null,
  endedAt: null,
  endReason: '',
  decisions: [],
  notice: '',
  noticeOffered: false,
  basis: null,
  announcedAt: null,
  recordId: null,
  recordCancelledAt: null,
  plannedId: null,
  revision: 1,
  ...facts,
});

/** The `position`th 回答者; the first is the chair. */
export const aVoter = (position: number, facts: Partial<Voter> = {}): Voter => ({
  position,
  memberId: id(200 + position),
  personId: id(100 + position),
  slackId: `U0VOTER${position}`,
  name: `委員${position}`,
  title: `第${position}部長`,
  office: position === 1 ? 'chair' : 'member',
  ...facts,
});

/** The member that this 回答者 is, since 1 April 2023. */
export const memberOf = (
  { memberId, personId, slackId, name, title, office, position }: Voter,
  facts: Partial<BodyMember> = {},
): BodyMember => ({
  id: memberId,
  bodyId: '00000000-0000-4000-8000-0000000000b1',
  person: { id: personId, slackId, email: null, name, nameFromSlack: false, deactivatedAt: null },
  title,
  office,
  position: position * 10,
  copiedTo: [],
  proxies: [],
  startsOn: localDate('2023-04-01'),
  endsOn: null,
  revision: 1,
  ...facts,
});

/** What a 回答者 said to the first version of each 案件, on 1 August 2023 at ten. */
export const anAnswerOf = (
  voter: number,
  choices: readonly Choice[],
  facts: Partial<WrittenAnswer> = {},
): WrittenAnswer => ({
  voter,
  number: 1,
  at: new Date('2023-08-01T10:00:00+09:00'),
  by: `U0VOTER${voter}`,
  proxy: null,
  received: null,
  votes: choices.map((choice, index) => ({
    position: index + 1,
    version: 1,
    choice,
    opinion: choice === 'agree' ? '' : '意見',
  })),
  ...facts,
});
