/** What the parts of the record are planted with. */

type Value = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Value>>;

export const AT = '2026-11-02T10:00:00+09:00';
export const TOMORROW = '2026-11-25';
export const TODAY = '2026-11-24';

export type Planting = {
  /** Puts a row there; its id. */
  readonly put: (table: string, row: Row) => Promise<string>;
  readonly person: (name: string, slackId: string) => Promise<string>;
  /** 本部会議, and 成案化検討会議, which promoters may record. */
  readonly headquarters: string;
  readonly open: string;
  /** 福祉課, 公園みどり課. */
  readonly welfare: string;
  readonly green: string;
};
