import {
  fillWorkspace,
  type Observer,
  openObserver,
  SUBMITTED,
} from '../../support/full-workspace/full-workspace.ts';
import { ID, MARK, SLACK_ID } from '../../support/full-workspace/names.ts';
import { SECRETARY } from '../../support/practice.ts';
import { type City, startCity } from './city.ts';
import { ONE, type Way } from './kinds.ts';

/** Two cities in one database, and people who are in both: the one of the walk over the permission table, and one that is full. */

export const FULL = 'T0FULL';

/** What is only in the full city. */
export const OF_FULL = new RegExp(`${MARK}|${FULL}`, 'u');

export type TwoCities = {
  readonly city: City;
  readonly observer: Observer;
  /** A message of the full city. */
  readonly deliveryId: string;
  readonly stop: () => Promise<void>;
};

/** Nobody serves the full city; all that somebody did there, the secretary did who is in both. */
export const startTwoCities = async (): Promise<TwoCities> => {
  const city = await startCity();
  const { ask, connection, db, drop } = city.practice.database;
  await fillWorkspace(db, FULL);
  const columns = await ask(
    `select c.table_name as name, c.column_name as column from information_schema.columns c
     join information_schema.columns own on own.table_name = c.table_name and own.column_name = 'workspace_id'
     where c.table_schema = 'public' and c.data_type = 'text' and c.table_name <> 'audit_line' and c.is_generated = 'NEVER'`,
  );
  for (const { name, column } of columns)
    await ask(`update ${name} set "${column}" = $1 where workspace_id = $2 and "${column}" = $3`, [
      SECRETARY,
      FULL,
      SLACK_ID,
    ]);
  const [planned] = await ask('select id from delivery where workspace_id = $1', [FULL]);
  const observer = await openObserver({ ask, connection, db, drop });
  return {
    city,
    observer,
    deliveryId: String(planned?.id),
    stop: async () => {
      await observer.close();
      await city.practice.stop();
    },
  };
};

/** What in the ids of a way stands for a row that the walk over the permission table has none of. */
const ABSENT = new RegExp(`${ONE}|44444444-4444-4444-8444-444444444444`, 'gu');

/** The full city's row of that kind, by the beginning of the way's id. */
const ROWS: readonly (readonly [RegExp, string])[] = [
  [/\.same-day$|^attendance\.confirm$/u, SUBMITTED.key],
  [/^away/u, ID.away],
  [/^account-claim/u, ID.unsought],
  [/^promoter\.import/u, ID.file],
  [/^promoter/u, ID.appointment],
  [/^body-member/u, ID.member],
  [/^inquiry-answer/u, ID.answer],
  [/^inquiry/u, ID.inquiry],
  [/^issue/u, ID.issue],
];

/** What a way sends, with the ids of the full city in the place of those of the other. */
export const sentOfFull = (way: Way, { city, deliveryId }: TwoCities): ReturnType<Way['send']> => {
  const full: City = {
    ...city,
    headquarters: ID.body,
    open: ID.body,
    welfare: ID.department,
    welfareSection: ID.section,
    person: ID.person,
    appointment: ID.appointment,
    programme: ID.programme,
    inquiry: ID.inquiry,
    article: ID.article,
    asked: ID.waiting,
    draft: ID.issue,
    published: ID.issue,
    proposal: ID.proposal,
  };
  const sent = JSON.stringify(way.send(full, { id: way.of?.what === 'training' ? ID.session : ID.meeting }));
  const row = [...ROWS, [/^dead-letter/u, deliveryId] as const].find(([ids]) => ids.test(way.id))?.[1];
  return JSON.parse(sent.replaceAll(ABSENT, row ?? 'nothing'));
};
