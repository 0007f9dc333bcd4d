import { randomUUID } from 'node:crypto';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { putRoster, type RosterLine } from '../../support/promoters.ts';
import { bodyId, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';
import { wordOf } from './fields.ts';
import { EVERYBODY, WHO } from './people.ts';
import { plantInquiriesAndOpinions } from './planted-inquiries.ts';
import { plantMeetings } from './planted-meetings.ts';
import { plantTrainingsAndNews } from './planted-news.ts';
import { AT, type Row } from './planting.ts';

const line = (
  department: string,
  section: string,
  name: string,
  slackId: string,
  more: Partial<RosterLine> = {},
) => ({ department, section, name, slackId, ...more }) as const;

const ROSTER: readonly RosterLine[] = [
  line('福祉部', '福祉総務課', '主任 一郎', WHO.chief.id, { role: 'chief' }),
  line('福祉部', '福祉課', wordOf('y-promoter'), WHO.promoter.id),
  line('福祉部', '福祉課', wordOf('y-former'), WHO.former.id, { endsOn: '2026-09-30' }),
  line('福祉部', '福祉課', wordOf('y-coming'), WHO.coming.id, { startsOn: '2026-12-01' }),
  line('福祉部', '福祉課', wordOf('y-unconfirmed'), WHO.unconfirmed.id, { unconfirmed: true }),
  line('福祉部', '福祉課', '転出 四郎', WHO.moved.id, { endsOn: '2026-09-30' }),
  line('環境部', '環境総務課', '主任 二郎', WHO.otherChief.id, { role: 'chief' }),
  line('環境部', '公園みどり課', '山道 あゆむ', WHO.otherPromoter.id),
  line('環境部', '公園みどり課', '転出 四郎', WHO.moved.id, { startsOn: '2026-10-01' }),
];
/** Puts the record there, past every form, as it stands on 2026-11-24; gives the practice workspace. */
export const startPlanted = async (): Promise<Practice> => {
  const people = EVERYBODY.map((who) => WHO[who].id)
    .filter((id) => id.startsWith('U0') && !['U0SECRETARY', 'U0STAFF', 'U0GUEST', 'U0STRANGER'].includes(id))
    .map((id) => ({ id, real_name: id, email: `${id.toLowerCase()}@city.example` }));
  const practice = await startPractice({ people });
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, ROSTER, practice.clock.now()));
  const put = async (table: string, row: Row): Promise<string> => {
    const whole: Row = { workspace_id: WORKSPACE, ...row };
    const columns = Object.keys(whole);
    await rowsOf(
      practice,
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(whole),
    );
    return String(row.id ?? '');
  };
  const sectionId = async (name: string): Promise<string> =>
    String((await rowsOf(practice, 'select id from section where name = $1', [name]))[0]?.id);
  const headquarters = await bodyId(practice, '協働推進本部会議');
  const open = await bodyId(practice, '協働事業成案化検討会議');
  const [welfare, green] = [await sectionId('福祉課'), await sectionId('公園みどり課')];
  const person = (name: string, slackId: string): Promise<string> =>
    put('person', { id: randomUUID(), name, slack_id: slackId, created_at: AT });

  const planting = { put, person, headquarters, open, welfare, green };
  await plantTrainingsAndNews(planting, await plantMeetings(planting));
  await plantInquiriesAndOpinions(planting);
  await rowsOf(
    practice,
    'update body_year set short_name = $1, composition = $2, role = $3 where body_id = $4',
    [
      wordOf('b-name'),
      wordOf('b-composition'),
      wordOf('b-role'),
      await bodyId(practice, '協働推進本部会議幹事会'),
    ],
  );
  await put('did_not_meet', {
    body_id: open,
    fiscal_year: 2024,
    reason: wordOf('f-not-held'),
    recorded_by: SECRETARY,
    recorded_at: AT,
  });
  await put('chapter_text', {
    fiscal_year: 2025,
    item: 'preface',
    text: wordOf('f-chapter'),
    written_by: SECRETARY,
    written_at: AT,
  });
  await put('settings', { contact: wordOf('f-contact') });
  await put('secretariat_member', { slack_id: SECRETARY });
  return practice;
};
