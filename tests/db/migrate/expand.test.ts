import { describe, expect, test } from 'vitest';
import { MIGRATIONS_DIRECTORY, readMigrations } from '../../../src/db/migrate/files.ts';
import { breakingStatements } from '../../support/migration-rules.ts';

/**
 * Migrations that the version before could not have lived with, and why they were right all the same. The first release has no
 * version before it; from then on each needs one release in which nothing uses any more what goes (docs/decisions/0064).
 */
const BEFORE_THE_FIRST_RELEASE: readonly string[] = [
  // A 書面開催 has one meeting of its result, both of which came with the first release.
  '20261129192932_add_written_result',
];

test('migrations only add: the version before goes on working while one process after the other is replaced', () => {
  const broken = readMigrations(MIGRATIONS_DIRECTORY)
    .filter(({ name }) => !BEFORE_THE_FIRST_RELEASE.includes(name))
    .flatMap(({ name, sql }) => breakingStatements(sql).map((line) => `${name}: ${line}`));
  expect(broken).toEqual([]);
});

describe('what the version before stumbles over is told:', () => {
  test.each([
    'drop table meeting;',
    'alter table "meeting" drop column "place";',
    'alter table meeting rename column place to venue;',
    'alter table "meeting" alter column "place" set data type varchar(20);',
    'alter table meeting alter column place set not null;',
    'alter table meeting alter column place drop default;',
    'alter table "meeting" add column "venue" text not null;',
    'alter table "meeting" add column "a" text,\n add column "b" int not null;',
    'alter table meeting drop place;',
    'alter table meeting alter place type varchar(20);',
    'alter table meeting alter place set not null;',
    'alter table meeting add venue text not null;',
    'alter table meeting add unique (place);',
    "alter table meeting add check (place <> '');",
    'alter table meeting add column code text unique;',
    'create unique index "one" on "meeting"("place");',
    "alter table meeting add constraint one check (place <> '');",
    'drop type meeting_method;',
    "alter type meeting_method rename value 'written' to 'in_writing';",
    'create table a (id int); alter table meeting drop column place;',
    "create function f() returns text language sql as $$ select '^$' $$; alter table meeting drop place;",
    "-- it's\nselect ';'; drop table meeting;",
  ])('%s', (sql) => {
    expect(breakingStatements(sql)).toHaveLength(1);
  });

  test.each([
    'create table meeting (place text not null); create unique index one on meeting(place);',
    'create table a (id int); alter table "a" add constraint one check (id > 0);',
    'alter table "meeting" add column "venue" text;',
    'alter table "meeting" add column "venue" text not null default \'\';',
    'alter table "meeting" add column "searched" text not null generated always as (kyodo_fold(place)) stored;',
    'alter table meeting alter column place drop not null;',
    'alter table meeting drop constraint one;',
    'drop index one;',
    'create index one on meeting(place);',
    'alter table meeting add constraint one foreign key (workspace_id) references workspace(id);',
    '-- drop table meeting;\nselect 1;',
    'create function f() returns void as $$ begin; drop table passing; end $$ language plpgsql;',
  ])('and this is not: %s', (sql) => {
    expect(breakingStatements(sql)).toEqual([]);
  });
});
