import { z } from 'zod';
import { noDataInName, refuseNoData } from '../no-data.ts';

/** 職員, with Slack or without. */
export type Person = {
  readonly id: string;
  readonly slackId: string | null;
  /** In lower case. */
  readonly email: string | null;
  readonly name: string;
  /** Nobody wrote the name, in a roster or a form: it is Slack's, and follows it. */
  readonly nameFromSlack: boolean;
  /** Since when the Slack account is known to be deactivated, or unknown to Slack. */
  readonly deactivatedAt: Date | null;
};

/** Whether messages reach the person: a Slack account that is not deactivated. */
export const isReachable = ({ slackId, deactivatedAt }: Person): boolean =>
  slackId !== null && deactivatedAt === null;

/** What is known of a person before they are in the record; somebody wrote the name unless it is said to be Slack's. */
export type PersonFacts = Pick<Person, 'slackId' | 'email' | 'name'> & Partial<Pick<Person, 'nameFromSlack'>>;

/** A Slack user id as a form sends it. */
export const SlackId: z.ZodString = z.string().regex(/^[UW][A-Z0-9]{2,}$/u);

/** A name as it is typed: one to sixty characters, and nothing that stands for a missing name or letter. */
export const PersonName: z.ZodString = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .superRefine(refuseNoData(noDataInName));

/** An e-mail address, kept in lower case. */
export const EmailAddress: z.ZodType<string> = z
  .string()
  .trim()
  .transform((email) => email.normalize('NFKC').toLowerCase())
  .pipe(z.email().max(200));

/** The fields 職員 (a Slack user) or 氏名 and メール, as 推進員を登録 and 委員を登録 have them. */
export const PersonFields = {
  user: SlackId.optional(),
  name: PersonName.optional(),
  email: EmailAddress.optional(),
} as const;

/** What of those fields was filled in. */
export type PersonDraft = {
  readonly user?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

/** Why the fields name nobody; the sentence belongs at the field. */
export type PersonProblem =
  | { readonly field: 'user'; readonly kind: 'no-person' | 'not-a-member' | 'two-ways-of-naming' }
  | { readonly field: 'name'; readonly kind: 'ambiguous-name'; readonly sections: readonly string[] }
  | { readonly field: 'name'; readonly kind: 'nearly-known'; readonly near: NearlyKnown['near'] };

/** A new name, on a line of a file or a form, with those of the record who are written nearly the same. */
export type NearlyKnown = {
  readonly line: number;
  readonly name: string;
  /** With where each of them is. */
  readonly near: readonly { readonly name: string; readonly places: readonly string[] }[];
};

/**
 * A name that the record does not know, on a line of a file or, without one, in a field, with those written nearly the same: where each of them
 * is, or the line that brings them.
 */
export type UnknownName = {
  readonly line: number | null;
  readonly name: string;
  readonly near: readonly {
    readonly name: string;
    readonly places: readonly string[];
    readonly line: number | null;
  }[];
};
