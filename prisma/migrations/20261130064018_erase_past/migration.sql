-- AlterTable
ALTER TABLE "settings" ADD COLUMN     "retention_years" INTEGER NOT NULL DEFAULT 10;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "forgotten_word" (
    "of_workspace" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "token" TEXT NOT NULL,

    CONSTRAINT "forgotten_word_pkey" PRIMARY KEY ("of_workspace","word")
);

-- What stands under 保存期間 loses its names. The words that may go are those of a person who is erased in the same transaction, and
-- nobody writes them but the erasing itself: who wants a name out of the audit log has to erase the person. See decision 66.

create function as_pattern(word text) returns text language sql immutable as $$
  select regexp_replace(word, '([]*+?.^${}()|[\\-])', '\\\1', 'g')
$$;

-- The text without the words; the longest first, so that a part of one is not taken for the whole. An account or an address within a longer
-- one (taro@… in hanako.taro@…) is another's.
create function forget(workspace text, written text) returns text language plpgsql stable as $$
declare
  each record;
begin
  for each in
    select word, token from forgotten_word
    where of_workspace = workspace and position(lower(word) in lower(written)) > 0 order by length(word) desc, word
  loop
    if each.word ~ '^[!-~]+$' then
      written := regexp_replace(written,
        case when each.word like '%@%' then '(?<![A-Za-z0-9._%+-])' else '(?<![A-Za-z0-9])' end
          || as_pattern(each.word) || '(?!\.?[A-Za-z0-9])',
        each.token, case when each.word like '%@%' then 'gi' else 'g' end);
    else
      written := replace(written, each.word, each.token);
    end if;
  end loop;
  return written;
end $$;

-- The names of a line: those of the person's account and row go whole, whoever else is called so.
create function forget_names(workspace text, names jsonb) returns jsonb language sql stable as $$
  select case when jsonb_typeof(names) is distinct from 'object' then forget(workspace, names::text)::jsonb else (
    select coalesce(jsonb_object_agg(forget(workspace, key), case
      when exists (select from forgotten_word where of_workspace = workspace and key in (word, 'person:' || word, 'slack-user:' || word))
        then to_jsonb('（消去済み）'::text)
      else forget(workspace, value::text)::jsonb end), '{}')
    from jsonb_each(names)) end
$$;

create function note_forgotten() returns trigger language plpgsql as $$
declare
  -- An account that Slack never gave to anybody, so that rows that are told apart by it stay apart.
  account constant text := 'UERASED' || upper(translate(new.id::text, '-', ''));
  plain constant text := regexp_replace(old.name, '[\s　]', '', 'g');
begin
  if new.slack_id is not null or new.email is not null or new.claimant is not null then
    raise exception 'who is erased keeps no account and no address' using errcode = 'check_violation';
  end if;
  insert into forgotten_word (of_workspace, word, token)
  select distinct on (word) old.workspace_id, word, token
  from (values (old.slack_id, account), (old.claimant, account), (old.email, new.name), (old.id::text, new.id::text)) as own(word, token)
  where word <> token
    -- A claimant that lives is somebody else's account.
    and not exists (select from person where workspace_id = old.workspace_id and slack_id = word)
  on conflict do nothing;
  -- Whoever bears the name still, or one that begins or ends with it, keeps it; a name of two letters is part of many words.
  if plain <> '' and not exists (
    select from person where workspace_id = old.workspace_id and erased_at is null
      and position(plain in regexp_replace(name, '[\s　]', '', 'g')) > 0
  ) then
    insert into forgotten_word (of_workspace, word, token)
    select distinct old.workspace_id,
      case when length(plain) < 3 then to_json(word)::text else word end,
      case when length(plain) < 3 then to_json(new.name)::text else new.name end
    from unnest(array[
      old.name, plain, regexp_replace(old.name, '[\s　]+', ' ', 'g'), regexp_replace(old.name, '[\s　]+', '　', 'g'),
      trim(both '"' from to_json(old.name)::text)
    ]) as word
    where length(plain) >= 2
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger person_is_forgotten after update on person
  for each row when (old.erased_at is null and new.erased_at is not null) execute function note_forgotten();

create function refuse_words() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'words are forgotten by erasing a person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger forgotten_word_comes before insert or update on forgotten_word
  for each row execute function refuse_words();

-- No word outlives the transaction.
create function drop_word() returns trigger language plpgsql as $$
begin
  delete from forgotten_word where of_workspace = new.of_workspace and word = new.word;
  return null;
end $$;
create constraint trigger forgotten_word_goes after insert on forgotten_word deferrable initially deferred
  for each row execute function drop_word();

create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from workspace where id = old.workspace_id) then
    return old;
  end if;
  if tg_op = 'UPDATE' and exists (select from forgotten_word where of_workspace = old.workspace_id)
    and (new.workspace_id, new.id, new.at) = (old.workspace_id, old.id, old.at)
    and new.via = forget(old.workspace_id, old.via)
    and new.action = forget(old.workspace_id, old.action)
    and new.actor = forget(old.workspace_id, old.actor)
    and new.subject = forget(old.workspace_id, old.subject)
    and new.reason = forget(old.workspace_id, old.reason)
    and new.before is not distinct from forget(old.workspace_id, old.before::text)::jsonb
    and new.after is not distinct from forget(old.workspace_id, old.after::text)::jsonb
    and new.names is not distinct from forget_names(old.workspace_id, old.names)
  then
    return new;
  end if;
  raise exception 'audit lines are never changed or removed' using errcode = 'insufficient_privilege';
end $$;
