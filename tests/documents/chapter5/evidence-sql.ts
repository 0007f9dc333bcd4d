/** What is printed in a year, as the tables are asked for it: $1 workspace, $2 fiscal year, $3 today. Written apart from what the report is made by. */
const PRINTED = `
  body as (
    select distinct on (body_id) body_id, name, section from body_year
    where workspace_id = $1 and fiscal_year <= $2 order by body_id, fiscal_year desc
  ), met as (
    select case section when 'meetings' then '会議の実施状況 ' else '3 豊能地区市町NPO担当課長連絡会議等 ' end || name as place,
      meeting.id, recorded_by, confirmed_at = recorded_at as at_once,
      row_number() over (partition by body_id order by held_on, recorded_at, meeting.id) as no
    from meeting join body using (body_id)
    where workspace_id = $1 and fiscal_year = $2 and cancelled_at is null and confirmed_at is not null and held_on <= $3::date
  ), programme as (
    select distinct on (programme_id) programme_id, name, position, for_promoters from programme_year
    where workspace_id = $1 and fiscal_year <= $2 order by programme_id, fiscal_year desc
  ), session as (
    select id, recorded_by, confirmed_at = recorded_at as at_once, coalesce(name, other_name) as name, coalesce(position, 1000000) as position, held_on, recorded_at, head_count,
      coalesce(for_promoters, false) or audience = 'promoters' as meant,
      (select count(*) from attendance where workspace_id = $1 and session_id = id and state <> 'absent') as came,
      case when printed_together then 'together ' || coalesce(name, other_name) else id::text end as line
    from training_session left join programme using (programme_id)
    where workspace_id = $1 and fiscal_year = $2 and cancelled_at is null and confirmed_at is not null and held_on <= $3::date
  ), line as (
    select line, min(held_on) as first_on, bool_and(meant and (head_count is null or came in (0, head_count))) as rated,
      row_number() over (order by min(position), min(name), min(held_on), min(recorded_at)) as no
    from session group by line
  ), serving as (
    select * from appointment where workspace_id = $1 and fiscal_year = $2 and cancelled_at is null and confirmed_at is not null and starts_on <= $3::date
  ), on_first_day as (
    select * from serving where make_date($2, 4, 1) between starts_on and ends_on
  ), later as (
    select * from serving where person_id not in (select person_id from on_first_day)
  ), rate as (
    select line.no, line.first_on,
      (select count(distinct person_id) from serving where line.first_on between starts_on and ends_on) as of,
      (select count(distinct attendance.person_id) from attendance
        join session on session.id = attendance.session_id and session.line = line.line
        join serving on serving.person_id = attendance.person_id and line.first_on between starts_on and ends_on
        where attendance.workspace_id = $1 and attendance.state <> 'absent') as came
    from line where rated
  )`;

/** Every number that is printed: its place, how it stands there, what it is, and of how many rows where each is one row of 根拠. */
export const NUMBERS = `
  with ${PRINTED}
  select place, 'No' || no as number, 1 as total, 1 as rows from met
  union all select '協働推進員の取組み', count(distinct person_id) || '名', count(distinct person_id), count(*) from on_first_day having count(*) > 0
  union all select '協働推進員の取組み(年度途中の選任)', count(distinct person_id) || '名', count(distinct person_id), count(*)
    from later having count(*) > 0
  union all select '職員研修', 'No' || no, count(*), count(*) from line join session using (line) group by no
  union all select '職員研修 No' || no || ' 参加者', sum(coalesce(head_count, came)) || '人', sum(coalesce(head_count, came)), null
    from line join session using (line) group by no
  union all select '職員研修 No' || no || ' 受講した協働推進員', came || '名', came, null from rate where came > 0
  union all select '職員研修 No' || no || ' 在任する協働推進員', of || '名', of, null from rate where came > 0`;

/** Who recorded and who confirmed each meeting, session and appointment that is counted, by the lines that say 確認. */
export const WHO = `
  with ${PRINTED}, counted as (
    select place, 'meeting:' || id as subject, recorded_by, at_once from met
    union all select '職員研修', 'training:' || id, recorded_by, at_once from session
    union all select '協働推進員の取組み', 'appointment:' || id, recorded_by, confirmed_at = recorded_at from on_first_day
  )
  select place, coalesce(recorder.name, case when recorded_by like 'cli:%' then 'コマンド' else '(不明)' end) as recorded,
    coalesce(confirmer.name, case when line.actor like 'cli:%' then 'コマンド' when line.actor is not null then '(不明)' end, case when not at_once then '(記録なし)' end, recorder.name, case when recorded_by like 'cli:%' then 'コマンド' else '(不明)' end) as confirmed
  from counted
  left join person recorder on recorder.workspace_id = $1 and recorder.slack_id = recorded_by
  left join audit_line line on line.workspace_id = $1 and line.subject = counted.subject and line.action like 'confirm-%'
  left join person confirmer on confirmer.workspace_id = $1 and confirmer.slack_id = line.actor`;
