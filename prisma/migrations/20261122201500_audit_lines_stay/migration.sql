-- Audit lines are never changed: whoever tries, by whatever client, is refused by the database itself.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit lines are never changed or removed' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_line_stays before update or delete on audit_line
  for each row execute function refuse_audit_change();
create trigger audit_lines_stay before truncate on audit_line
  for each statement execute function refuse_audit_change();
