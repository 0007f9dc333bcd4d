/** The tables of 前年度との比較 as PostgreSQL counts and words them: $1 workspace, $2 the year of the report, $3 today. Written apart from what makes the report. */

const YEARS = `years as (select generate_series($2::int - 2, $2::int) as year)`;

const BODIES = `
  ${YEARS}, fact as (
    select body_id, year, coalesce(
      (select to_jsonb(f) from body_year f where workspace_id = $1 and f.body_id = body.body_id and fiscal_year <= year order by fiscal_year desc limit 1),
      (select to_jsonb(f) from body_year f where workspace_id = $1 and f.body_id = body.body_id order by fiscal_year limit 1)) as it
    from (select distinct body_id from body_year where workspace_id = $1) body cross join years
  ), counted as (
    select fact.body_id, year, it, it->>'section' <> 'none' and it->>'kind' = 'meeting' as printed,
      exists (select from did_not_meet d where d.workspace_id = $1 and d.body_id = fact.body_id and fiscal_year = year) as not_met,
      count(m.id) as met, count(m.id) filter (where way = 'written') as written
    from fact left join meeting m on m.workspace_id = $1 and m.body_id = fact.body_id and m.fiscal_year = year
      and cancelled_at is null and confirmed_at is not null and held_on <= $3::date
    group by fact.body_id, year, it
  ), body_shown as (
    select * from counted c where (select min(fiscal_year) from body_year f where workspace_id = $1 and f.body_id = c.body_id) <= $2
      or exists (select from counted o where o.body_id = c.body_id and (met > 0 or not_met))
  )`;

/** name, the cells in the order of years; the sums last. */
export const MEETINGS = `
  with ${BODIES}, named as (
    select body_id, (it->>'name') as name, (it->>'position')::int as position from body_shown where year = $2
  ), cells as (
    select body_id, year, printed, case
      when not printed then '(掲載なし)' when not_met then '開催なし' when met = 0 then '(未記録)'
      else met || '回' || case when written > 0 then '(うち書面開催' || written || '回)' else '' end end as cell
    from counted
  ), told as (
    select name, position, array_agg(cell order by year) as cells from cells join named using (body_id)
    group by body_id, name, position having bool_or(printed)
  ), sums as (
    select year, sum(met) filter (where printed and not not_met) as met, sum(written) filter (where printed and not not_met) as written,
      count(*) filter (where printed and not not_met and met = 0) as missing,
      coalesce(bool_or(printed and not_met), false) as not_met
    from body_shown group by year
  )
  select name, cells from (
    select name, cells, 0 as last, position from told
    union all
    select '合計', array_agg(case when coalesce(met, 0) = 0 and missing = 0 and not_met then '開催なし' when coalesce(met, 0) = 0 then '(未記録)' else met || '回' || case
      when written > 0 and missing > 0 then '(うち書面開催' || written || '回、ほかに記録のない会議体' || missing || ')'
      when written > 0 then '(うち書面開催' || written || '回)'
      when missing > 0 then '(ほかに記録のない会議体' || missing || ')' else '' end end order by year), 1, 0
    from sums
  ) rows order by last, position, name`;

const SESSIONS = `
  ${YEARS}, programme as (
    select distinct on (programme_id) programme_id, name, position, fiscal_year <= $2 as begun from programme_year where workspace_id = $1
    order by programme_id, fiscal_year <= $2 desc, abs(fiscal_year - $2)
  ), each as (
    select programme_id, name, position, true as expected, begun from programme union all select null, 'その他の研修', 1000000, false, false
  ), session as (
    select programme_id, fiscal_year as year, coalesce(head_count, case when exists (
      select from attendance a where a.workspace_id = $1 and a.session_id = s.id) then (
      select count(*) from attendance a where a.workspace_id = $1 and a.session_id = s.id and a.state in ('present', 'partial'))::int end) as heads
    from training_session s
    where workspace_id = $1 and cancelled_at is null and confirmed_at is not null and held_on <= $3::date
  ), counted as (
    select each.programme_id, each.name, position, expected, begun, years.year, count(s.year) as held, sum(heads) as heads, count(s.year) - count(heads) as unknown,
      exists (select from programme_not_held n where n.workspace_id = $1 and n.programme_id = each.programme_id and n.fiscal_year = years.year) as not_held
    from each cross join years left join session s on s.programme_id is not distinct from each.programme_id and s.year = years.year
    group by each.programme_id, each.name, position, expected, begun, years.year
  ), shown as (
    select * from counted c where begun or exists (select from counted o where o.name = c.name and (held > 0 or not_held))
  )`;

const TRAINING_CELL = `held || '回 ' || case when heads is null then '人数の記録なし' else heads || '人' end
  || case when heads is not null and unknown > 0 and missing > 0 then '(ほかに人数の記録なし' || unknown || '回、ほかに記録のない研修' || missing || ')'
    when heads is not null and unknown > 0 then '(ほかに人数の記録なし' || unknown || '回)'
    when missing > 0 then '(ほかに記録のない研修' || missing || ')' else '' end`;

export const TRAINING = `
  with ${SESSIONS}, told as (
    select name, position, array_agg(case when held > 0 then (select ${TRAINING_CELL} from (select 0 as missing) none)
      when not_held then '開催なし' else '(未記録)' end order by year) as cells
    from shown group by name, position
  ), sums as (
    select year, sum(held) as held, sum(heads) as heads, sum(unknown) as unknown,
      count(*) filter (where expected and held = 0 and not not_held) as missing, bool_or(not_held) as not_held
    from shown group by year
  )
  select name, cells from (
    select name, cells, 0 as last, position from told
    union all select '合計', array_agg(case when held = 0 and missing = 0 and not_held then '開催なし' when held = 0 then '(未記録)' else ${TRAINING_CELL} end order by year), 1, 0 from sums
  ) rows order by last, position, name`;

export const PROMOTERS = `
  with ${YEARS}, serving as (
    select * from appointment where workspace_id = $1 and cancelled_at is null and confirmed_at is not null and starts_on <= $3::date
  ), counted as (
    select year, (select count(distinct person_id) from serving where fiscal_year = year and starts_on = make_date(year, 4, 1)) as first,
      (select count(distinct person_id) from serving s where fiscal_year = year and not exists (
        select from serving f where f.fiscal_year = year and f.person_id = s.person_id and f.starts_on = make_date(year, 4, 1))) as later
    from years
  )
  select '4月1日に選任' as name, array_agg(case when first = 0 then '(未記録)' else first || '名' end order by year) as cells from counted
  union all
  select '年度途中の選任', array_agg(case when first = 0 then '(未記録)' else later || '名' end order by year) from counted`;

export const INQUIRIES = `
  with ${YEARS}, over as (
    select * from inquiry where workspace_id = $1 and state <> 'draft' and state <> 'cancelled' and (state <> 'open' or due_on < $3::date)
  ), target as (
    select o.fiscal_year, case when a.received_on is not null then a.received_on else (a.at + interval '9 hours')::date end as came,
      case when t.return_due_on > o.due_on then t.return_due_on else o.due_on end as due
    from over o join inquiry_target t on t.workspace_id = $1 and t.inquiry_id = o.id
    left join inquiry_answer a on a.workspace_id = $1 and a.id = t.answer_id
  ), counted as (
    select year, year < (select min(fiscal_year) from inquiry where workspace_id = $1 and state <> 'draft') as before,
      (select count(*) from over where fiscal_year = year) as inquiries, (select count(*) from target where fiscal_year = year) as asked,
      (select count(*) from target where fiscal_year = year and came <= due) as in_time
    from years
  )
  select '照会' as name, array_agg(case when before then '(未記録)' else inquiries || '件' end order by year) as cells from counted
  union all
  select '期限内の回答', array_agg(case when before then '(未記録)' when asked = 0 then '0件'
    else asked || '件のうち' || in_time || '件(' || to_char(in_time * 100.0 / asked, 'FM990.0') || '%)' end order by year) from counted`;
