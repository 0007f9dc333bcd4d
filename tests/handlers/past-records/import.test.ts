import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { rowsOf } from '../steps.ts';
import {
  ATTENDANCE,
  attendances,
  done,
  importing,
  MEETINGS,
  meetings,
  openForm,
  previewOf,
  TRAINING,
  trainings,
  would,
} from './steps.ts';

/** 過去の記録を取り込む: what was before the bot, by file, as the command line imports it. */

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ patience: 20_000 });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

describe('a file of the secretariat’s', () => {
  test('of 会議, as Excel writes it: shown, nothing done; imported, held and confirmed; a second time nothing is new', async () => {
    const before = await meetings(practice);
    const preview = await previewOf(practice, '会議', iconv.encode(MEETINGS, 'cp932'));
    expect([preview.title, preview.submitText, preview.text.split('\n')]).toEqual([
      '取込みの確認',
      '取り込む',
      [
        '取込みの確認',
        '過去の会議',
        would(2, 0),
        'よろしければ「取り込む」を押してください。過去の記録についてのお知らせは、どなたにも送りません。',
      ],
    ]);
    expect([before, await meetings(practice)]).toEqual([[], []]);
    const shown = (await preview.submit()).form;
    expect(shown?.text).toBe(done(2, 0));
    await shown?.close({ all: true });
    expect(await meetings(practice)).toEqual([
      { body: '協働推進本部会議', held_on: '2023-08-10', place: '', confirmed: true },
      { body: '協働推進本部会議', held_on: '2023-12-08', place: '市役所', confirmed: true },
    ]);
    expect(await rowsOf(practice, 'select 1 from delivery')).toEqual([]);
    const again = await previewOf(practice, '会議', MEETINGS);
    expect([again.submitText, again.text.split('\n').at(-1)]).toEqual(['', would(0, 2)]);
  });

  test('of 研修, then of 受講: what was assumed and who is not known is said first', async () => {
    const training = await previewOf(practice, '研修', TRAINING);
    expect(training.text.split('\n').slice(1, 4)).toEqual([
      '過去の研修',
      '「対象」が空欄の1件は「定めない」とみなします。',
      would(1, 0),
    ]);
    await (await training.submit()).form?.close({ all: true });
    expect(await trainings(practice)).toEqual([{ name: '昔の研修', head_count: 3 }]);

    const preview = await previewOf(practice, '受講', ATTENDANCE);
    expect(preview.text.split('\n').slice(1, -1)).toEqual([
      '過去の受講',
      'ファイルの出欠:出席1名、一部出席1名、欠席0名',
      '記録にない氏名 2名',
      '・2行目 昔野 太郎',
      '・3行目 昔野 花子',
      '同じ方のときは、ファイルの氏名を記録の氏名に合わせて、もう一度選んでください。別の方のときは、このまま取り込めます。',
      would(2, 0),
    ]);
    expect(await attendances(practice)).toEqual([]);
    expect((await preview.submit()).form?.text).toBe(done(2, 0));
    expect(await attendances(practice)).toEqual([
      { name: '昔野 太郎', state: 'present', note: '' },
      { name: '昔野 花子', state: 'partial', note: '午後のみ' },
    ]);
  });

  test('with 51 rows, more than are read at once, is looked at and imported while the person waits', async () => {
    const rows = Array.from(
      { length: 51 },
      (_, index) => `その他,長い名前の昔の研修その${index}の記録,集合,令和5年9月1日,3`,
    );
    const content = ['研修,その他の研修名,実施方法,開催日,参加者数', ...rows].join('\n') + '\n'.repeat(5_000);
    const waiting = await previewOf(practice, '研修', content);
    const preview = await waiting.until(({ submitText }) => submitText === '取り込む');
    expect(preview.text).toContain(would(51, 0));
    const shown = await (await preview.submit()).form?.until(({ text }) => text.includes('取り込みました'));
    expect(shown?.text).toBe(done(51, 0));
    expect(await trainings(practice)).toHaveLength(51);
  });
});

test('each 見本のCSV is imported as it is, 受講 after 研修', async () => {
  const said: (string | undefined)[] = [];
  for (const kind of ['会議', '研修', '受講']) {
    const form = await openForm(practice);
    await form.press(`${kind}の見本のCSV`);
    const sent = await practice.slack.dm(SECRETARY).next(({ files }) => files.length > 0);
    expect(sent.plain).toBe(
      `「過去の記録を取り込む」の${kind}の見本です。2行目からを書き換えて使ってください。`,
    );
    const { bytes } = await sentFile(practice, sent);
    await form.close({ all: true });
    said.push(await importing(practice, kind, bytes));
  }
  expect(said).toEqual([done(1, 0), done(1, 0), done(2, 0)]);
  expect([(await trainings(practice)).length, (await attendances(practice)).length]).toEqual([1, 2]);
});
