/** An id people can read out on the telephone, found again in the log: eight hexadecimal digits. */
export const newFailureId = (): string =>
  [...globalThis.crypto.getRandomValues(new Uint8Array(4))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** What a person is told of a failure. */
export type Failure = {
  readonly id: string;
  /** Nothing can be written: no try helps before somebody has made room. */
  readonly isForLackOfRoom: boolean;
  /** Only a dialog came too late: nothing is broken, and nobody but the person hears of it. */
  readonly isTooLate?: true;
};
