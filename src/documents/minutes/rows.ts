/** A member, and whether they came. */
export type MemberRow = {
  readonly office: string;
  readonly title: string;
  readonly name: string;
  readonly presence: string;
};

/** 案件 with what came of it: `result` and `opinions` are a line each, and empty where the record has none of it alone. */
export type ItemRow = {
  readonly no: string;
  readonly text: string;
  readonly kind: string;
  readonly result: readonly string[];
  readonly opinions: readonly string[];
};

/** A fact of the head of minutes, in lines. */
export type MinutesFact = { readonly label: string; readonly lines: readonly string[] };

/** Who came, or who answered. */
export type AttendanceRows = {
  readonly heading: string;
  /** What the column says of each member: 出欠, or of a 書面開催 回答. */
  readonly column: string;
  /** How many came, of what kind: 出席7名、代理出席1名. */
  readonly counts: string;
  readonly members: readonly MemberRow[];
  readonly others: readonly string[];
  readonly otherAbsences: readonly string[];
};
