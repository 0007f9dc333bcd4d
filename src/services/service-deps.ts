import type { Database } from '../db/database.ts';
import type { Clock } from '../domain/clock.ts';

/** What nearly every use case asks for. */
export type ServiceDeps = { readonly clock: Clock; readonly db: Database };

/** A form as it was submitted: what was typed, and the key that is the same when it arrives again. */
export type FormInput<T> = { readonly key: string; readonly draft: T };

/** A form that answers a question which another form came to, by the key of that one. */
export type AnswerInput = Pick<FormInput<never>, 'key'> & { readonly answers: string };

/** The same of what a form or a button may ask for: a button has no key. */
export type PressInput<T> = Partial<Pick<FormInput<T>, 'key'>> & Pick<FormInput<T>, 'draft'>;

/**
 * An import that a form asks for once it was shown what the file would do: `draft` is Slack's id of the file, and `isAsShown`
 * says whether what it would do now is that.
 */
export type ApprovedImport<Would> = FormInput<string> & { readonly isAsShown: (would: Would) => boolean };
