/** What came with a restored export and waits for the choice of the secretariat. */
export type HeldMessages = {
  /** The moment as of which the record is. */
  readonly asOf: Date;
  readonly restoredAt: Date;
  /** To whom how many messages are held, those with the most first. */
  readonly recipients: readonly { readonly recipient: string; readonly count: number }[];
};

export const countHeld = ({ recipients }: Pick<HeldMessages, 'recipients'>): number =>
  recipients.reduce((sum, { count }) => sum + count, 0);
