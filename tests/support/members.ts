import type { BodyMember, MemberOffice } from '../../src/domain/body/member.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';

/** A member of 協働推進本部会議 as the record holds them, from 1 April 2023 on. */
export const aMember = (
  position: number,
  office: MemberOffice,
  title: string,
  name: string,
  slackId: string | null = null,
): BodyMember => ({
  id: `00000000-0000-4000-8000-0000000001${String(position).padStart(2, '0')}`,
  bodyId: '00000000-0000-4000-8000-0000000000b1',
  person: {
    id: `00000000-0000-4000-8000-0000000002${String(position).padStart(2, '0')}`,
    slackId,
    email: null,
    name,
    nameFromSlack: false,
    deactivatedAt: null,
  },
  title,
  office,
  position,
  copiedTo: [],
  proxies: [],
  startsOn: localDate('2023-04-01'),
  endsOn: null,
  revision: 1,
});

/** 委員長, 副委員長 and two 委員, of whom the first and the last have accounts. */
export const MEMBERS: readonly BodyMember[] = [
  aMember(1, 'chair', '副市長', '髙田 一郎', 'U0CHAIR'),
  aMember(2, 'viceChair', '副市長', '山﨑 花子'),
  aMember(3, 'member', '総務部長', '架空 太郎'),
  aMember(4, 'member', '福祉部長', '架空 花子', 'U0WELFARE'),
];
