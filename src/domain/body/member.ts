import { z } from 'zod';
import { LAST_DAY, type LocalDate, LocalDateSchema } from '../calendar/local-date.ts';
import { noDataInTitle, refuseNoData } from '../no-data.ts';
import { type Person, PersonFields, type PersonProblem, SlackId } from '../person/person.ts';
import { PositionDraft } from '../position.ts';

/** 役: 委員長, 副委員長, 委員, 幹事長, 幹事. */
export const MEMBER_OFFICES = ['chair', 'viceChair', 'member', 'leadSecretary', 'secretary'] as const;
export type MemberOffice = (typeof MEMBER_OFFICES)[number];

/** 委員 of a 会議体 with 職名, from a day on; `endsOn` null while it goes on. */
export type BodyMember = {
  readonly id: string;
  readonly bodyId: string;
  readonly person: Person;
  readonly title: string;
  readonly office: MemberOffice;
  readonly position: number;
  /** 通知も受ける人, by Slack id. */
  readonly copiedTo: readonly string[];
  /** 代理入力できる人, by Slack id. */
  readonly proxies: readonly string[];
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly revision: number;
};

/** The most people each of the two fields takes. */
export const MOST_AIDES = 20;

/** The form 委員を登録, as it arrives. */
export const BodyMemberDraft = z.object({
  bodyId: z.uuid(),
  ...PersonFields,
  title: z.string().trim().min(1).max(60).superRefine(refuseNoData(noDataInTitle)),
  office: z.enum(MEMBER_OFFICES),
  position: PositionDraft,
  copiedTo: z.array(SlackId).max(MOST_AIDES).default([]),
  proxies: z.array(SlackId).max(MOST_AIDES).default([]),
  startsOn: LocalDateSchema,
  endsOn: LocalDateSchema.optional(),
});
export type BodyMemberDraft = z.infer<typeof BodyMemberDraft>;

/** Why a member can't be registered so. */
export type BodyMemberProblem =
  | PersonProblem
  | { readonly field: 'bodyId'; readonly kind: 'unknown-body' }
  | { readonly field: 'endsOn'; readonly kind: 'ends-before-start' }
  | { readonly field: 'startsOn'; readonly kind: 'already-member'; readonly name: string };

/** Their term as a span of days; one that goes on ends on no day that anybody reckons with. */
export const termOf = ({
  startsOn,
  endsOn,
}: Pick<BodyMember, 'startsOn' | 'endsOn'>): {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
} => ({
  startsOn,
  endsOn: endsOn ?? LAST_DAY,
});

/** Whether they are a member on `day`. */
export const isMemberOn = (
  { startsOn, endsOn }: Pick<BodyMember, 'startsOn' | 'endsOn'>,
  day: LocalDate,
): boolean => startsOn <= day && (endsOn === null || day <= endsOn);
