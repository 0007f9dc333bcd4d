import { type City, PERSON, type Who } from '../permission/city.ts';
import { rowsOf } from '../steps.ts';

/** What a form of the walks over all forms is, and what several of them are made of. */

/** What is sent: `metadata` as the form carries it. */
export type Sent = { readonly metadata: unknown; readonly fields: Readonly<Record<string, unknown>> };

export type FormCase = {
  readonly id: string;
  readonly who: Who;
  readonly send: (city: City) => Sent | Promise<Sent>;
  /** The good answer is another view on top. */
  readonly pushes?: boolean;
  /** It only leads to another view: there is nothing that could be done twice. */
  readonly keepsNothing?: boolean;
};

export const form = (
  id: string,
  send: FormCase['send'],
  { who = 'secretary', ...how }: Partial<Pick<FormCase, 'who' | 'pushes' | 'keepsNothing'>> = {},
): FormCase => ({ id, who, send, ...how });

export const one = async (city: City, sql: string, values: readonly unknown[] = []): Promise<string> =>
  String((await rowsOf(city.practice, sql, values))[0]?.it);
export const revisionOf = async (city: City, table: string, id: string): Promise<number> =>
  Number(await one(city, `select revision as it from ${table} where id = $1`, [id]));
export const newest = (city: City, table: string): Promise<string> =>
  one(city, `select id as it from ${table} order by recorded_at desc, id limit 1`);
export const file = (city: City, name: string, content: string) => ({
  type: 'file_input',
  files: [city.practice.slack.upload(PERSON.secretary, { name, content })],
});
export const people = (...ids: readonly string[]) => ({ type: 'multi_users_select', selected_users: ids });
export const options = (...values: readonly string[]) => ({
  type: 'multi_static_select',
  selected_options: values.map((value) => ({ value })),
});
export const channels = { type: 'multi_channels_select', selected_channels: ['C0GENERAL'] };
