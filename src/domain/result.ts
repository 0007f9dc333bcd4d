/** What a rule or a use case gives back when it may refuse: the value, or the problem with its data. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: P };

/** A result that holds. */
export const succeed = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A result that refuses, saying why. */
export const refuse = <P>(error: P): Result<never, P> => ({ ok: false, error });
