/** What the gate says against a payload: Slack's error code and its sentence with a pointer. */
export type GateError = { readonly code: string; readonly message: string };

/** A payload of the bot that Slack would not have taken. */
export type Refusal = {
  /** The Web API method, or `ack of …`, or `response_url`. */
  readonly where: string;
  readonly error: string;
  readonly messages: readonly string[];
};

export type Refusals = {
  /** All so far; a test expects this to be empty, because for an ack the bot itself is told nothing. */
  readonly list: readonly Refusal[];
  /** Keeps what the gate found at `where`; undefined when it found nothing. */
  note(where: string, errors: readonly GateError[]): Refusal | undefined;
};

/** An empty record of refusals; `heard` is told of each. */
export const createRefusals = (heard: (refusal: Refusal) => void = () => undefined): Refusals => {
  const list: Refusal[] = [];
  return {
    list,
    note: (where, errors) => {
      const first = errors[0];
      if (first === undefined) return undefined;
      const refusal = { where, error: first.code, messages: errors.map((each) => each.message) };
      list.push(refusal);
      heard(refusal);
      return refusal;
    },
  };
};
