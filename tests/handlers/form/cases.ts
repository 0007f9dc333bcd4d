import { PERSON } from '../permission/city.ts';
import { appointing, reason, user } from '../permission/kinds.ts';
import { carriedText, textFields } from '../permission/report.ts';
import { chosen, picked, typed, WORKSPACE, withDatabase } from '../steps.ts';
import { INQUIRIES, NEWSLETTER } from './cases-news.ts';
import { OPINIONS } from './cases-opinion.ts';
import { RECORDS } from './cases-record.ts';
import { WRITTEN_MEETINGS } from './cases-written.ts';
import { type FormCase, file, form, one, people, revisionOf } from './kinds.ts';

/** Every form of every feature, filled so that it is taken, in an order in which each finds what it needs. */

const MEMBER = '44444444-4444-4444-8444-444444444444';

const ROSTER: readonly FormCase[] = [
  form('promoter.appoint', (city) => ({
    metadata: {},
    fields: { ...appointing(city), section: typed('子ども課') },
  })),
  form('promoter.change', async (city) => ({
    metadata: {
      appointmentId: city.appointment,
      revision: await revisionOf(city, 'appointment', city.appointment),
    },
    fields: {
      ...appointing(city),
      user: user(PERSON.promoter),
      section: typed('福祉課'),
      startsOn: picked('2026-04-02'),
    },
  })),
  form('promoter.cancel', async (city) => ({
    metadata: {
      appointmentId: await one(
        city,
        `select a.id as it from appointment a join section s on s.id = a.section_id where s.name = '子ども課'`,
      ),
    },
    fields: reason,
  })),
  form('roster-report.choose', async (city) => ({
    metadata: {
      year: 2026,
      sectionId: await one(city, `select id as it from section where name = '子ども課'`),
      role: 'promoter',
      lastId: null,
      nowId: null,
    },
    fields: { user: user(PERSON.staff), startsOn: picked('2026-12-01') },
  })),
  form(
    'promoter.import',
    (city) => ({
      metadata: {},
      fields: {
        file: file(
          city,
          'meibo.csv',
          '氏名,メール,部局,課,役割,任期開始日,任期終了日\n新任 花子,shinnin@city.example,福祉部,介護課,推進員,2026-12-01,2027-03-31\n',
        ),
      },
    }),
    { pushes: true },
  ),
  form('promoter.import-approve', async (city) => ({
    metadata: { keptId: await one(city, 'select id as it from roster_file limit 1'), changes: 1 },
    fields: {},
  })),
  form('away.register', ({ person }) => ({
    metadata: { personId: person },
    fields: { startsOn: picked('2026-12-01'), endsOn: picked('2026-12-02') },
  })),
];

const PAST_TRAINING = '研修,その他の研修名,実施方法,開催日\nその他,昔の研修,集合,令和5年9月1日\n';

const MANAGING: readonly FormCase[] = [
  form('body.register', () => ({
    metadata: {},
    fields: {
      name: typed('新しい会議'),
      fiscalYear: typed('2026'),
      kind: chosen('meeting'),
      section: chosen('none'),
      recordableBy: chosen('promoters'),
    },
  })),
  form('body-rules.set', async ({ practice, headquarters }) => {
    const histories = await withDatabase(practice, (db) => db.record(WORKSPACE).bodies.histories());
    const { digest } = histories.find(({ id }) => id === headquarters) ?? {};
    const fields = {
      quorum: chosen('none'),
      proxy: chosen('none'),
      unanswered: chosen('consent'),
      tie: chosen('chair'),
    };
    return { metadata: { bodyId: headquarters, digest }, fields };
  }),
  form('body-member.register', ({ headquarters }) => ({
    metadata: {},
    fields: {
      bodyId: chosen(headquarters),
      user: user(PERSON.staff),
      title: typed('部長'),
      office: chosen('member'),
      startsOn: picked('2026-04-01'),
    },
  })),
  form('body-member.remove', () => ({ metadata: { memberId: MEMBER }, fields: reason })),
  form('programme.register', () => ({
    metadata: {},
    fields: { name: typed('新しい研修'), fiscalYear: typed('2026') },
  })),
  ...['body-examples.keep', 'programme-examples.keep'].map((id) =>
    form(id, () => ({ metadata: {}, fields: {} })),
  ),
  form('department.register', () => ({ metadata: {}, fields: { department: typed('新しい部') } })),
  form('department.change', ({ welfare }) => ({
    metadata: { id: welfare, name: '福祉部', position: 10 },
    fields: { department: typed('福祉健康部') },
  })),
  form('section.change', async (city) => ({
    metadata: {
      id: city.welfareSection,
      name: '福祉課',
      position: Number(
        await one(city, 'select position as it from section where id = $1', [city.welfareSection]),
      ),
      endedOn: null,
    },
    fields: { section: typed('生活福祉課') },
  })),
  form(
    'past-records.import',
    (city) => ({
      metadata: {},
      fields: { kind: chosen('trainings'), file: file(city, 'kenshu.csv', PAST_TRAINING) },
    }),
    { pushes: true },
  ),
  form('past-records.approve', (city) => ({
    metadata: {
      kind: 'trainings',
      fileId: city.practice.slack.upload(PERSON.secretary, { name: 'kenshu.csv', content: PAST_TRAINING }).id,
      shown: { added: 1, known: 0, unknown: 0 },
    },
    fields: {},
  })),
  form('past.erase', async (city) => {
    await one(
      city,
      `with past as (
           insert into person (workspace_id, id, name, created_at)
           select id, gen_random_uuid(), '昔野 ひと', '2010-04-01' from workspace returning workspace_id, id
         )
         insert into appointment (workspace_id, id, person_id, section_id, role, fiscal_year, starts_on, ends_on, recorded_by, recorded_at)
         select past.workspace_id, gen_random_uuid(), past.id, (select min(id::text)::uuid from section), 'promoter', 2010,
           '2010-04-01', '2011-03-31', 'cli:test', '2010-04-01' from past returning id as it`,
    );
    return {
      metadata: { firstKept: 2016, people: 1 },
      fields: { agreed: { type: 'checkboxes', selected_options: [{ value: 'agreed' }] } },
    };
  }),
  form('held.settle', async (city) => {
    await one(
      city,
      `insert into restoration (workspace_id, as_of, restored_at, restored_by)
         select id, now(), now(), 'cli:test' from workspace returning workspace_id as it`,
    );
    return { metadata: { sends: false, expected: 0 }, fields: {} };
  }),
  form('dead-letter.resend-all', () => ({ metadata: { expected: 0 }, fields: {} })),
  form('chapter-text.save', () => ({ metadata: carriedText, fields: textFields })),
  form('settings.save', () => ({
    metadata: { revision: 0 },
    fields: {
      contact: typed('課'),
      secretariat: people(PERSON.secretary),
      newsletterNumbering: chosen('serial'),
      logChannel: { type: 'channels_select', selected_channel: 'C0GENERAL' },
    },
  })),
];

export const FORM_CASES: readonly FormCase[] = [
  form('search.run', () => ({ metadata: {}, fields: { searchWords: typed('協働') } }), {
    who: 'staff',
    keepsNothing: true,
  }),
  ...RECORDS,
  ...WRITTEN_MEETINGS,
  ...INQUIRIES,
  ...NEWSLETTER,
  ...ROSTER,
  ...MANAGING,
  ...OPINIONS,
];
