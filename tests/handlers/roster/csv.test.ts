import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { SMALL_ROSTER, startWithRoster } from '../promoter/steps.ts';
import { answerTo, auditOf, rowsOf } from '../steps.ts';

const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日,確認';

let practice: Practice;
beforeAll(async () => {
  practice = await startWithRoster([
    ...SMALL_ROSTER,
    { department: '福祉部', section: '障害課', name: '=1+2 髙', unconfirmed: true },
  ]);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The file that comes next into the secretary's messages with the bot, and the words beside it. */
const nextFile = async () => {
  const sent = await practice.slack.dm(SECRETARY).next(({ files }) => files.length > 0);
  return { ...(await sentFile(practice, sent)), words: sent.plain };
};

/** The roster as 名簿をCSVで受け取る brings it. */
const roster = async () => {
  const list = await answerTo(practice.secretary, '/kyodo-promoter');
  await practice.secretary.press('名簿をCSVで受け取る', { in: list });
  return { ...(await nextFile()), answer: (await practice.secretary.nextAnswer()).plain };
};

const importing = async (name: string, content: Uint8Array): Promise<Form> => {
  const form = await (await practice.secretary.command('/kyodo-promoter', '取込')).opened();
  await form.fill({ ファイル: { name, content } });
  const { form: preview } = await form.submit();
  if (preview === undefined) throw new Error('no preview');
  return preview;
};

describe('名簿をCSVで受け取る', () => {
  test('brings the roster of the year into one’s messages, where no cell is a formula', async () => {
    const { name, text, words, answer } = await roster();
    expect([name, words]).toEqual([
      'roster-2026.csv',
      '令和8年度の名簿です。直して「名簿を取り込む」で取り込むことができます。',
    ]);
    expect(text.split('\r\n')).toEqual([
      `\uFEFF${HEADERS}`,
      '主任 一郎,chief@city.example,市民協働部,総務課,主任,2026-04-01,2027-03-31,',
      '青空 そら,sora@city.example,福祉部,福祉課,推進員,2026-04-01,2027-03-31,',
      '花園 さくら,,福祉部,長寿課,推進員,2026-04-01,2026-09-30,',
      '山道 あゆむ,,福祉部,長寿課,推進員,2026-10-01,2027-03-31,',
      "'=1+2 髙,,福祉部,障害課,推進員,2026-04-01,2027-03-31,未確認",
      '',
    ]);
    expect(answer).toContain('名簿のCSVを、このボットとのメッセージにお送りしました。');
  });

  test('is imported again without a change', async () => {
    const rows = () => rowsOf(practice, 'select t::text as row, xmin::text from appointment t order by 1');
    const before = await rows();
    const { name, bytes } = await roster();
    const preview = await importing(name, bytes);
    expect(preview.text).toContain('名簿はファイルのとおりです。変わるものはありません。');
    await preview.close({ all: true });
    expect(await rows()).toEqual(before);
  });

  test('says so where Slack opens no messages with the person', async () => {
    const list = await answerTo(practice.secretary, '/kyodo-promoter');
    practice.slack.faults.next('conversations.open', { error: 'cannot_dm_bot' });
    await practice.secretary.press('名簿をCSVで受け取る', { in: list });
    const answer = await practice.secretary.nextAnswer();
    expect(answer.plain).toMatch(
      /このボットとのメッセージを開けないため、ファイルをお送りできませんでした。/u,
    );
  });

  test('is given to nobody else, whatever is pressed', async () => {
    const staff = practice.slack.person(STAFF);
    const list = await answerTo(staff, '/kyodo-promoter');
    const action = { type: 'button', block_id: 'open', action_id: 'promoter.csv', value: '2026' };
    await staff.pressRaw({ in: list, action });
    expect((await staff.nextAnswer()).plain).toContain('事務局');
    expect([await auditOf(practice, STAFF), practice.slack.dm(STAFF).messages]).toEqual([
      ['refused export-roster'],
      [],
    ]);
  });
});

test('見本のCSV is read as a roster of two people who are nowhere', async () => {
  const form = await (await practice.secretary.command('/kyodo-promoter', '取込')).opened();
  await form.press('見本のCSV');
  const { name, bytes, text } = await nextFile();
  await form.close({ all: true });
  expect([name, text.split('\r\n').slice(0, 2)]).toEqual([
    'roster-sample.csv',
    [`\uFEFF${HEADERS}`, '見本 一郎,mihon-1@example.lg.jp,福祉部,福祉総務課,主任,2026-04-01,,'],
  ]);
  const preview = await importing(name, bytes);
  expect([preview.submitText, preview.text]).toEqual(['取り込む', expect.stringContaining('追加2名')]);
  await preview.close({ all: true });
});
