import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { GUEST, type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { ONLY_SECRETARIAT, ONLY_STAFF } from '../forgery.ts';
import { answerTo, auditOf, post, rowsOf, submission } from '../steps.ts';

const COLLEAGUE = 'U0COLLEAGUE';
const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日';
const NOWHERE = '11111111-1111-4111-8111-111111111111';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({
    secretariat: ['jimukyoku@city.example', 'doryo@city.example'],
    people: [{ id: COLLEAGUE, real_name: '同僚 次子', email: 'doryo@city.example' }],
  });
});
afterEach(() => expect(practice.slack.refusals).toEqual([]));
afterAll(() => practice.stop());

const fileOf = (...rows: readonly string[]) => ({
  name: 'meibo.csv',
  content: [HEADERS, ...rows].join('\n'),
});

const previewFor = async (person: Practice['secretary'], ...rows: readonly string[]): Promise<Form> => {
  const form = await (await person.command('/kyodo-promoter', 'import')).opened();
  await form.fill({ ファイル: fileOf(...rows) });
  const { errors, form: shown } = await form.submit();
  if (shown === undefined) throw new Error(JSON.stringify(errors));
  return shown;
};

const previewOf = (...rows: readonly string[]) => previewFor(practice.secretary, ...rows);

const appointments = async (section: string): Promise<readonly string[]> =>
  (
    await rowsOf(
      practice,
      `select p.name || ' ' || a.starts_on || ' ' || a.ends_on ||
         case when a.cancelled_at is null then '' else ' cancelled' end as row
       from appointment a join person p on p.id = a.person_id join section s on s.id = a.section_id
       where s.name = $1 order by a.starts_on, p.name`,
      [section],
    )
  ).map(({ row }) => String(row));

const everything = async (): Promise<unknown> =>
  (
    await rowsOf(
      practice,
      `select (select json_agg(p order by id) from person p) as people,
         (select json_agg(a order by id) from appointment a) as appointments,
         (select json_agg(s order by id) from section s) as sections,
         (select json_agg(f order by id) from roster_file f) as files`,
    )
  )[0];

describe('an approved file', () => {
  test('of a move: the successor follows without a gap, and the preview says who changes how', async () => {
    const rows = ['青空 空,,移動部,移動課,推進員,R8.4.1,', '海野 波,,移動部,残留課,推進員,R8.4.1,'];
    await (await previewOf(...rows)).submit();
    const preview = await previewOf(
      '山野 道,,移動部,移動課,推進員,R8.12.1,',
      '海野 波,,移動部,残留課,推進員,R8.4.1,R8.12.31',
    );
    expect(preview.text.split('\n').slice(2)).toEqual([
      '追加1名、変更1件、終了1件',
      '追加 1名',
      '・移動部 移動課 山野 道(協働推進員)令和8年12月1日(火)から令和9年3月31日(水)まで',
      '変更 1件',
      '・移動部 残留課 海野 波:任期を 令和8年4月1日(水)から令和9年3月31日(水)まで → 令和8年4月1日(水)から令和8年12月31日(木)まで に変更',
      '終了 1件',
      '・移動部 移動課 青空 空:令和8年11月30日(月)まで',
      '新しく記録する方 1名:山野 道',
      '任期終了日が空欄の1行は、年度の最終日(3月31日)までとします。',
      '任期が昨日までに始まっている方には何も送りません。',
      '新任の1名には、任期の初日以降で、取り込んだ後の最初の開庁日の朝に、役割のご案内を送ります。Slackを使っていない方には、使い始めた後の開庁日の朝に、不在の方には、戻られた日の朝に送ります。',
    ]);
    await preview.submit();
    expect(await appointments('移動課')).toEqual([
      '青空 空 2026-04-01 2026-11-30',
      '山野 道 2026-12-01 2027-03-31',
    ]);
    const lines = await rowsOf(
      practice,
      `select before->>'endsOn' as before, after->>'endsOn' as after from audit_line
       where action = 'import-promoters' and subject like 'appointment:%' order by id desc limit 3`,
    );
    expect(lines).toEqual([
      { before: '2027-03-31', after: '2026-11-30' },
      { before: '2027-03-31', after: '2026-12-31' },
      { before: null, after: '2027-03-31' },
    ]);
  });

  test('that arrives twice is one import', async () => {
    const preview = await previewOf('雨宿 雫,,二度部,二度課,推進員,R8.4.1,');
    const { viewId: id, privateMetadata } = preview;
    const body = submission(SECRETARY, {
      id,
      callbackId: 'promoter.import-approve',
      metadata: JSON.parse(privateMetadata),
      fields: {},
    });
    const [one, other] = await Promise.all([post(practice, body), post(practice, body)]);
    expect([one?.status, other?.status]).toEqual([200, 200]);
    for (const answer of [one, other]) expect(answer?.body).toContain('名簿を取り込みました。');
    expect(await appointments('二度課')).toEqual(['雨宿 雫 2026-04-01 2027-03-31']);
  });

  test('while the roster changed: nothing is done, what it would do now is shown, and can be approved', async () => {
    const preview = await previewOf('露草 青,,競合部,競合課,推進員,R8.12.1,');
    const colleague = practice.slack.person(COLLEAGUE);
    await (await previewFor(colleague, '月影 澄,,競合部,競合課,推進員,R8.4.1,')).submit();
    const again = (await preview.submit()).form;
    expect(again?.text.split('\n').slice(1, 3)).toEqual([
      'この画面を表示した後に名簿が変わったため、まだ取り込んでいません。今の名簿では次のように変わります。',
      '追加1名、変更0件、終了1件',
    ]);
    expect(await appointments('競合課')).toEqual(['月影 澄 2026-04-01 2027-03-31']);
    await again?.submit();
    expect(await appointments('競合課')).toEqual([
      '月影 澄 2026-04-01 2026-11-30',
      '露草 青 2026-12-01 2027-03-31',
    ]);
  });

  test('of the day before is not kept any more', async () => {
    const preview = await previewOf('夕凪 渚,,古部,古課,推進員,R8.4.1,');
    practice.clock.set('2026-11-25T10:00:01+09:00');
    const told = (await preview.submit()).form;
    practice.clock.set('2026-11-24T10:00:00+09:00');
    expect(told?.text).toBe(
      'できませんでした\nこのファイルは、すでに取り込んだか、読み取ってから1日以上たっています。もう一度ファイルを選んでください。',
    );
    expect(await appointments('古課')).toEqual([]);
  });
});

const errorsOf = ({ body }: { readonly body: string }): unknown => JSON.parse(body || '{}').errors;
const chosen = (id: unknown) => ({ file: { type: 'file_input', files: [{ id }] } });
const ownFile = (person: string) =>
  practice.slack.upload(person, fileOf('偽物 太郎,,偽部,偽課,推進員,R8.4.1,')).id;

describe('nothing is read or changed', () => {
  test('for one who is not of the secretariat, by command, button or forged form', async () => {
    const before = await everything();
    const staff = practice.slack.person(STAFF);
    const menu = await answerTo(staff, '/kyodo');
    expect(menu.buttons).not.toContain('名簿を取り込む');
    expect((await answerTo(staff, '/kyodo-promoter', '取込')).plain).toBe(ONLY_SECRETARIAT);
    const action = { type: 'button', block_id: 'forged', action_id: 'promoter.import.open', value: 'new' };
    await staff.pressRaw({ in: menu, action });
    expect((await staff.nextAnswer()).plain).toBe(ONLY_SECRETARIAT);
    const form = { callbackId: 'promoter.import', fields: chosen(ownFile(STAFF)) };
    expect(errorsOf(await post(practice, submission(STAFF, form)))).toEqual({ file: ONLY_SECRETARIAT });
    const { privateMetadata } = await previewOf('偽物 太郎,,偽部,偽課,推進員,R8.4.1,');
    const approval = {
      callbackId: 'promoter.import-approve',
      metadata: JSON.parse(privateMetadata),
      fields: {},
    };
    expect((await post(practice, submission(STAFF, approval))).body).toContain(ONLY_SECRETARIAT);
    expect(await auditOf(practice, STAFF)).toEqual([
      'refused open-roster-import',
      'refused open-roster-import',
      'refused read-roster-file',
      'refused import-promoters',
    ]);
    await rowsOf(practice, 'delete from roster_file where id = $1', [JSON.parse(privateMetadata).keptId]);
    expect(await everything()).toEqual(before);
  });

  test('of a file that another person chose, or of none that Slack knows', async () => {
    const before = await everything();
    const submit = async (id: unknown) =>
      errorsOf(
        await post(practice, submission(SECRETARY, { callbackId: 'promoter.import', fields: chosen(id) })),
      );
    expect(await submit(ownFile(COLLEAGUE))).toEqual({
      file: 'ご自分で選んだファイルだけを取り込めます。もう一度選んでください。',
    });
    expect(await submit('F0NOWHERE')).toEqual({ file: 'ファイルが見つかりません。もう一度選んでください。' });
    expect(await submit('../F0')).toEqual({ file: expect.any(String) });
    expect(await everything()).toEqual(before);
  });

  test('of rows that another of the secretariat had read, or that nobody had', async () => {
    const { privateMetadata } = await previewOf('偽物 次郎,,偽部,偽課,推進員,R8.4.1,');
    const before = await everything();
    const { keptId } = JSON.parse(privateMetadata);
    for (const [person, id] of [
      [COLLEAGUE, keptId],
      [SECRETARY, NOWHERE],
    ]) {
      const metadata = { keptId: id, changes: 1 };
      const form = { callbackId: 'promoter.import-approve', metadata, fields: {} };
      expect((await post(practice, submission(person, form))).body).toContain(
        'もう一度ファイルを選んでください。',
      );
    }
    expect(await everything()).toEqual(before);
  });

  test('for a guest, or a request that names another workspace', async () => {
    const before = await everything();
    const form = { callbackId: 'promoter.import', fields: chosen(ownFile(GUEST)) };
    expect(errorsOf(await post(practice, submission(GUEST, form)))).toEqual({ file: ONLY_STAFF });
    const own = { callbackId: 'promoter.import', fields: chosen(ownFile(SECRETARY)) };
    const { body } = await post(practice, submission(SECRETARY, own, 'T0OTHER'));
    expect(body).not.toContain('取込みの確認');
    expect(await everything()).toEqual(before);
  });
});
