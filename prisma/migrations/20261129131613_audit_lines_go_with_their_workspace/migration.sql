-- DropForeignKey
ALTER TABLE "audit_line" DROP CONSTRAINT "audit_line_workspace_id_fkey";

-- AddForeignKey
ALTER TABLE "audit_line" ADD CONSTRAINT "audit_line_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A workspace that is erased takes its audit lines with it, and nothing else can: when they go, it is gone already, and it can't go
-- while a row of any other table is left of it. No setting and no role opens another way.
create or replace function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from workspace where id = old.workspace_id) then
    return old;
  end if;
  raise exception 'audit lines are never changed or removed' using errcode = 'insufficient_privilege';
end $$;
