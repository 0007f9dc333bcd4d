import { randomUUID } from 'node:crypto';
import { trusted } from '../../src/domain/actor.ts';
import { localDate } from '../../src/domain/calendar/local-date.ts';
import { succeed } from '../../src/domain/result.ts';
import { putDecidedWrittenMeeting, putWrittenMeeting } from './asked-written-meetings.ts';
import { AT } from './city-year/seen.ts';
import type { TestDatabase } from './database.ts';
import { SECRETARY } from './practice.ts';

/** Stands in all that a successor is not told. */
export const SECRET = '入院のため';

/** What a city has beside its year: 書面開催, 対応事項, messages that went out, and words that are nobody else's matter. */
export const fillHandedOver = async (database: TestDatabase, workspaceId: string): Promise<void> => {
  const { db } = database;
  const clerk = trusted(workspaceId, 'cli:test', 'cli');
  const [meeting] = await database.ask(
    `select id, body_id from meeting where cancelled_at is null and held_confirmed_at is not null order by held_on limit 1`,
  );
  const bodyId = String(meeting?.body_id);
  for (const put of [putWrittenMeeting, putDecidedWrittenMeeting]) await put(db, workspaceId, AT, { bodyId });
  const act = { actor: clerk, action: 'fill', at: AT };
  await db.act(act, async (record) => {
    const by = { by: SECRETARY, at: AT };
    const facts = {
      bodyId,
      documentNumber: '',
      invitation: '',
      documents: '',
      dueOn: localDate('2026-12-18'),
      voters: [],
      votersWithoutSlack: '',
    };
    const item = { position: 1, version: 1, text: '下書きの案件', kind: null };
    await record.writtenMeetings.create(randomUUID(), facts, [item], by);
    const [department] = await record.departments.all();
    const sectionId = department?.sections[0]?.id ?? '';
    const [person] = await record.people.all();
    const actions = [
      { text: '課が対応すること', sectionId, personId: null },
      { text: '職員が対応すること', sectionId: null, personId: person?.id ?? '' },
      { text: '済んだこと', sectionId, personId: null },
    ];
    for (const action of actions) {
      const id = randomUUID();
      await record.actionItems.create(
        id,
        String(meeting?.id),
        { ...action, dueOn: localDate('2026-12-04') },
        by,
      );
      if (action.text === '済んだこと')
        await record.actionItems.settle(id, { outcome: 'done', at: AT, by: SECRETARY, word: SECRET });
    }
    const opinion = (fiscalYear: number, number: string) => ({
      id: randomUUID(),
      fiscalYear,
      number,
      item: '第5章 職員の育成',
      kind: 'opinion' as const,
      words: `${fiscalYear}年度の意見${number}`,
      sectionIds: [sectionId],
    });
    const given = [opinion(2025, '1'), opinion(2025, '2'), opinion(2025, '3'), opinion(2024, '1')] as const;
    await record.opinions.create(given, by);
    const considered = {
      consideration: '検討しました。',
      response: 'will_do' as const,
      responseWhen: '',
      meetingIds: [],
    };
    const [first, second, , earlier] = given;
    await record.opinions.putYear(first.id, 2025, considered, by);
    await record.opinions.putPublished(first.id, 2025, by);
    await record.opinions.putYear(second.id, 2025, considered, by);
    await record.opinions.putYear(earlier.id, 2024, considered, by);
    await record.opinions.putPublished(earlier.id, 2024, by);
    await record.chapterTexts.put(2025, 'preface', '前文の言葉です。', by);
    await record.awayPeriods.create(
      {
        id: randomUUID(),
        personId: person?.id ?? '',
        startsOn: localDate('2027-01-16'),
        endsOn: localDate('2027-01-17'),
        recordedBy: SECRETARY,
      },
      AT,
    );
    return succeed(null);
  });
  await database.ask(
    'update inquiry_target set return_reason = $1, returned_at = now(), return_due_on = now() where answer_id is null',
    [SECRET],
  );
  await database.ask('update attendance set note = $1', [SECRET]);
  await database.ask('update inquiry set end_reason = $1', [SECRET]);
  await database.ask(
    `insert into delivery (workspace_id, id, key, kind, recipient, subject, state, planned_at, sending_at)
      select $1, gen_random_uuid(), 'sent:' || n, (array['morning', 'inquiry-asked', 'job-report'])[n % 3 + 1], 'U0P1', 'morning:2026-11-24', 'sent',
        moment, moment
      from (select n, timestamptz '2026-11-24 10:00+09' - n * interval '17 hours' as moment from generate_series(0, 599) n) of_year`,
    [workspaceId],
  );
};
