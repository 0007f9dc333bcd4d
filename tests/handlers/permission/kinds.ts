import type { Act } from '../../../src/domain/permission.ts';
import { chosen, picked, typed } from '../steps.ts';
import type { City, Who } from './city.ts';

/** What a way in is, and what several of them send. */

/** What somebody has just recorded. */
export type Recorded = { readonly id: string };

type Sent = { readonly value: string } | { readonly metadata: unknown; readonly fields: object };

export type Way = {
  /** An action id or, with `fields`, a callback id. */
  readonly id: string;
  readonly act: Act | 'none';
  readonly may: readonly Who[];
  /** Whose new record it is about, where it is about one. */
  readonly of?: {
    readonly what: 'meeting' | 'action-item' | 'training';
    readonly by: 'secretary' | 'promoter';
  };
  readonly send: (city: City, recorded: Recorded) => Sent;
};

export const ALL: readonly Who[] = [
  'secretary',
  'chief',
  'promoter',
  'otherChief',
  'outsider',
  'member',
  'staff',
];
export const SECRETARIAT: readonly Who[] = ['secretary'];
export const PROMOTERS: readonly Who[] = ['secretary', 'chief', 'promoter', 'otherChief', 'outsider'];
export const CHIEFS: readonly Who[] = ['secretary', 'chief', 'otherChief'];
export const OF_DEPARTMENT: readonly Who[] = ['secretary', 'chief'];
export const OF_RECORD: readonly Who[] = ['secretary', 'chief', 'promoter'];
export const ONE = '11111111-1111-4111-8111-111111111111';

/** A button, by what it carries. */
export const button = (
  id: string,
  act: Way['act'],
  may: readonly Who[],
  value: string | ((city: City, recorded: Recorded) => string) = 'new',
  of?: Way['of'],
): Way => ({
  id,
  act,
  may,
  ...(of === undefined ? {} : { of }),
  send: (city, recorded) => ({ value: typeof value === 'string' ? value : value(city, recorded) }),
});

export const reason = { reason: typed('理由') };
export const confirmation = ({ welfare }: City) =>
  JSON.stringify({ departmentId: welfare, year: 2026, at: '2026-11-24T00:30:00Z' });
export const page = ({ welfare }: City) => JSON.stringify({ departmentId: welfare, year: 2026, page: 1 });
export const user = (id: string) => ({ type: 'users_select', selected_user: id });
export const actionForm = ({ welfareSection }: City) => ({
  text: typed('先進市の例を調べる'),
  sectionId: chosen(welfareSection),
  dueOn: picked('2026-12-28'),
});
export const appointing = (city: City) => ({
  user: user('U0STAFF'),
  role: chosen('promoter'),
  department: chosen(city.welfare),
  section: typed('新しい課'),
  startsOn: picked('2026-12-01'),
});

/** 年間スケジュールを作成 of the next fiscal year, and what its draft carries. */
export const schedule = { fiscalYear: typed('2027'), baseYear: typed('2026') };
export const schedulePlan = { year: 2027, baseYear: 2026, page: 1, days: '', monthsOnly: false };
