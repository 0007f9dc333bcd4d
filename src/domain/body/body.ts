import { z } from 'zod';
import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { noDataInTitle, refuseNoData } from '../no-data.ts';
import { PositionDraft } from '../position.ts';
import type { YearlyFacts, YearlyProblem } from '../yearly.ts';

/** 種別: a body that meets (会議), or a common effort told by a text instead (取組み). */
export const BODY_KINDS = ['meeting', 'effort'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** 掲載箇所: the part of chapter 5 in which the body is printed, if any. */
export const BODY_SECTIONS = ['meetings', 'liaison', 'none'] as const;
export type BodySection = (typeof BODY_SECTIONS)[number];

/** 記録できる人: the secretariat alone, or promoters too. */
export const RECORDABLE_BY = ['secretariat', 'promoters'] as const;
export type RecordableBy = (typeof RECORDABLE_BY)[number];

/** 定足数: 定めなし, or 過半数. */
export const QUORUMS = ['none', 'majority'] as const;
/** 代理: 定めなし, 認める, 認めない. */
export const PROXY_RULES = ['none', 'allowed', 'refused'] as const;
/** 未回答の扱い: 未回答として数える, or 異議なしとみなす. */
export const UNANSWERED_RULES = ['unanswered', 'consent'] as const;
/** 可否同数: 同数と記録する, or 委員長が決する. */
export const TIE_RULES = ['recorded', 'chair'] as const;

/** How many working days before a meeting it is prepared, unless a body's rules say otherwise; and the most that can be said. */
const PREPARATION_DAYS = 15;
export const MOST_PREPARATION_DAYS = 200;

/** The form 会議体の決まり, as it arrives; and so the rules are kept. The first choice of each is the neutral default. */
export const BodyRules = z.object({
  quorum: z.enum(QUORUMS),
  proxy: z.enum(PROXY_RULES),
  unanswered: z.enum(UNANSWERED_RULES),
  tie: z.enum(TIE_RULES),
  /** 準備を始める日: so many working days before a meeting. */
  preparationDays: z.coerce.number().int().min(0).max(MOST_PREPARATION_DAYS).default(PREPARATION_DAYS),
});
export type BodyRules = Readonly<z.infer<typeof BodyRules>>;

export const NEUTRAL_RULES: BodyRules = {
  quorum: 'none',
  proxy: 'none',
  unanswered: 'unanswered',
  tie: 'recorded',
  preparationDays: PREPARATION_DAYS,
};

/** The rules of a body, picked from its facts. */
export const rulesOf = ({ quorum, proxy, unanswered, tie, preparationDays }: BodyRules): BodyRules => ({
  quorum,
  proxy,
  unanswered,
  tie,
  preparationDays,
});

/** What holds of a 会議体, as of one fiscal year. */
export type BodyFacts = BodyRules & {
  readonly name: string;
  readonly shortName: string;
  readonly kind: BodyKind;
  readonly section: BodySection;
  readonly composition: string;
  readonly role: string;
  readonly position: number;
  readonly recordableBy: RecordableBy;
  readonly writtenNote: string;
  readonly notifyChannel: string | null;
};

/** A 会議体 as it stands in a fiscal year. `since` is the year from which these facts hold. */
export type Body = BodyFacts & {
  readonly id: string;
  readonly since: FiscalYear;
  readonly example: boolean;
};

/** A 会議体 over the years. */
export type BodyHistory = YearlyFacts<Body>;

/** The form 会議体を登録, as it arrives. The fiscal year is read by its own rule. */
export const BodyDraft = z.object({
  name: z.string().trim().min(1).max(75).superRefine(refuseNoData(noDataInTitle)),
  shortName: z.string().trim().max(30).default(''),
  fiscalYear: z.string().trim().min(1),
  kind: z.enum(BODY_KINDS),
  section: z.enum(BODY_SECTIONS),
  composition: z.string().trim().max(3000).default(''),
  role: z.string().trim().max(3000).default(''),
  position: PositionDraft,
  recordableBy: z.enum(RECORDABLE_BY),
  writtenNote: z.string().trim().max(100).default(''),
  notifyChannel: z.string().optional(),
});
export type BodyDraft = z.infer<typeof BodyDraft>;

/** At most so many bodies in a year: a Slack select holds no more, and none may be missing from it. */
export const MOST_BODIES = 100;

/** Why a 会議体 can't be registered so. */
export type BodyProblem =
  | YearlyProblem
  | { readonly field: 'name'; readonly kind: 'unknown-body' }
  | { readonly field: 'name'; readonly kind: 'too-many-bodies' }
  | { readonly field: 'kind'; readonly kind: 'has-meetings'; readonly fiscalYear: FiscalYear }
  | { readonly field: 'notifyChannel'; readonly kind: 'bot-not-in-channel' };

/** By name, else by 略称, which several bodies may share. */
export const bodiesCalled = (bodies: readonly Body[], called: string): readonly Body[] => {
  const byName = bodies.filter(({ name }) => name === called);
  return byName.length > 0 ? byName : bodies.filter(({ shortName }) => shortName === called);
};
