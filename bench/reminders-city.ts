import type pg from 'pg';
import type { Database } from '../src/db/database.ts';
import { trusted } from '../src/domain/actor.ts';
import { localDate } from '../src/domain/calendar/local-date.ts';
import { succeed } from '../src/domain/result.ts';
import { prepareWorkspace } from '../src/services/settings/prepare-workspace.ts';
import { putInquiry } from '../tests/support/asked-inquiries.ts';
import { putRoster } from '../tests/support/promoters.ts';

export const SECRETARY = 'U0SECRETARY';

const INQUIRIES = 3;
/** The training of the year that the command lists, and who came to each. */
const SESSIONS = 20;
const CAME = 1000;
const ASKED = new Date('2026-11-20T09:00:00+09:00');

/** A city whose promoters owe three answers each on the morning of 9 December 2026, a day before they are due, and a year of trainings. */
export const fillCity = async (
  db: Database,
  client: pg.Client,
  workspaceId: string,
  promoters: readonly { readonly id: string; readonly real_name: string }[],
): Promise<void> => {
  const clock = { now: () => ASKED };
  await prepareWorkspace({ clock, db }, workspaceId);
  const lines = promoters.map(({ id, real_name: name }, index) => ({
    department: `第${Math.floor(index / 100) + 1}部`,
    section: `第${index + 1}課`,
    name,
    slackId: id,
  }));
  await putRoster(db, workspaceId, lines, ASKED);
  for (let number = 1; number <= INQUIRIES; number += 1) {
    const id = await putInquiry(db, workspaceId, ASKED, {
      title: `調査${number}`,
      audience: 'everyone',
      dueOn: localDate('2026-12-10'),
    });
    // Asked on 20 November: this morning is a reminder, one working day before.
    await db.act(
      { actor: trusted(workspaceId, 'cli:bench', 'cli'), action: 'tell', at: ASKED, withinMs: 60_000 },
      async ({ inquiryTargets }) => {
        const asked = await inquiryTargets.ofInquiry(id);
        const told = asked.map(({ inquiryId, sectionId, role }, index) => ({
          inquiryId,
          sectionId,
          role,
          slackId: lines[index]?.slackId ?? '',
        }));
        await inquiryTargets.tell(told, localDate('2026-11-20'));
        return succeed(null);
      },
    );
  }
  // Whoever was told is whoever holds the section: the order of rows is another than that of the roster.
  await client.query(
    `update inquiry_told t set slack_id = p.slack_id from appointment a join person p on p.id = a.person_id
     where a.section_id = t.section_id`,
  );
  await client.query(
    `insert into training_session (workspace_id, id, other_name, fiscal_year, way, precision, held_on, recorded_by, recorded_at, confirmed_at, held_confirmed_at)
     select $1, gen_random_uuid(), '研修' || n, 2026, 'onsite', 'day', date '2026-05-01' + n, $2, $3, $3, $3 from generate_series(1, $4::int) n`,
    [workspaceId, SECRETARY, ASKED, SESSIONS],
  );
  await client.query(
    `insert into attendance (workspace_id, session_id, person_id, state, updated_at)
     select $1, session.id, came.id, 'present', $2 from training_session session,
       lateral (select id from person where workspace_id = $1 and id <> session.id order by md5(id::text || session.id) limit $3) came`,
    [workspaceId, ASKED, CAME],
  );
};
