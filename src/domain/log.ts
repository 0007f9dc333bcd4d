/** The log: the name of what happened and its data. Nothing secret, no names of people, no sentences of the record. */
export type Log = {
  readonly info: (data: object, event: string) => void;
  readonly warn: (data: object, event: string) => void;
  readonly error: (data: object, event: string) => void;
};
