import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { ONLY_SECRETARIAT } from '../forgery.ts';
import { answerTo, auditOf, post, submission } from '../steps.ts';
import {
  ATTENDANCE,
  choose,
  done,
  everything,
  MEETINGS,
  previewOf,
  TRAINING,
  trainings,
  would,
} from './steps.ts';

/** 過去の記録を取り込む where it imports nothing: wrong lines, a record that became another, people who may not. */

let practice: Practice;
beforeEach(async () => {
  practice = await startPractice({ patience: 20_000 });
});
afterEach(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

describe('nothing is kept', () => {
  test.each([
    [
      '会議',
      `${MEETINGS}\r\n幻の会議,対面,令和5年9月1日,,案件\r\n協働推進本部会議,対面,令和5年9月31日,,案件`,
      [
        '2件の誤りがあります。何も取り込んでいません。',
        '4行目 会議体:この名称の会議体はありません。会議体の名称か略称を入力してください。',
        '5行目 開催日:日付を読み取れません。実在する日付を、令和5年8月10日、R5.8.10、2023/8/10、令和5年9月 のように入力してください。',
      ],
    ],
    [
      '研修',
      `${TRAINING}\n幻の研修,,集合,令和5年9月1日,3`,
      [
        '1件の誤りがあります。何も取り込んでいません。',
        '3行目 研修:この名称の研修はありません。研修の種類の名称か「その他」を入力してください。',
      ],
    ],
    [
      '受講',
      ATTENDANCE,
      [
        '2件の誤りがあります。何も取り込んでいません。',
        ...[2, 3].map(
          (line) =>
            `${line}行目 研修:この日の研修の記録がありません。研修の名称と開催日を確かめ、先に研修を記録してください。`,
        ),
      ],
    ],
  ])('of a file of %s with a wrong line: each is told at the field', async (kind, content, sentences) => {
    const before = await everything(practice);
    const { errors } = await choose(practice, kind, content);
    expect(errors.ファイル?.split('\n')).toEqual(sentences);
    expect(await everything(practice)).toEqual(before);
  });

  test('of a file that is of another kind than was chosen', async () => {
    expect((await choose(practice, '研修', MEETINGS)).errors.ファイル).toContain(
      '1行目 会議体:この見出しは使いません。',
    );
  });

  test('while the record became another: what it would do now is shown, and can be approved', async () => {
    const preview = await previewOf(practice, '研修', `${TRAINING}\nその他,別の研修,集合,令和5年9月2日,5`);
    const { privateMetadata } = preview;
    // Another of the secretariat imports a part of it meanwhile.
    const file = practice.slack.upload(SECRETARY, { name: 'a.csv', content: TRAINING });
    const shown = { added: 1, known: 0, unknown: 0 };
    const form = {
      callbackId: 'past-records.approve',
      metadata: { kind: 'trainings', fileId: file.id, shown },
      fields: {},
    };
    expect((await post(practice, submission(SECRETARY, form))).body).toContain('取り込みました');
    expect(JSON.parse(privateMetadata).shown).toEqual({ ...shown, added: 2 });
    const again = (await preview.submit()).form;
    expect(again?.text.split('\n').slice(1, 2)).toEqual([
      'この画面を表示した後に記録が変わったため、まだ取り込んでいません。今の記録では次のようになります。',
    ]);
    expect([again?.text.includes(would(1, 1)), await trainings(practice)]).toEqual([
      true,
      [{ name: '昔の研修', head_count: 3 }],
    ]);
    expect((await again?.submit())?.form?.text).toBe(done(1, 1));
  });

  test('for one who is not of the secretariat, by button or forged form, whatever the form says', async () => {
    const staff = practice.slack.person(STAFF);
    const menu = await answerTo(staff, '/kyodo');
    expect(menu.buttons).not.toContain('過去の記録を取り込む');
    for (const [action_id, value] of [
      ['past-records.open', 'new'],
      ['past-records.sample', 'meetings'],
    ] as const) {
      await staff.pressRaw({ in: menu, action: { type: 'button', block_id: 'forged', action_id, value } });
      expect((await staff.nextAnswer()).plain).toBe(ONLY_SECRETARIAT);
    }
    const own = practice.slack.upload(STAFF, { name: 'a.csv', content: TRAINING });
    const before = await trainings(practice);
    const chosen = {
      callbackId: 'past-records.import',
      fields: {
        kind: { type: 'radio_buttons', selected_option: { value: 'trainings' } },
        file: { type: 'file_input', files: [{ id: own.id }] },
      },
    };
    expect((await post(practice, submission(STAFF, chosen))).body).toContain(ONLY_SECRETARIAT);
    const approving = (fileId: unknown) => ({
      callbackId: 'past-records.approve',
      metadata: { kind: 'trainings', fileId, shown: { added: 1, known: 0, unknown: 0 } },
      fields: {},
    });
    expect((await post(practice, submission(STAFF, approving(own.id)))).body).toContain(ONLY_SECRETARIAT);
    // Nor does the secretariat import what another person chose, or what Slack does not know.
    expect((await post(practice, submission(SECRETARY, approving(own.id)))).body).toContain(
      'ご自分で選んだファイルだけを取り込めます。',
    );
    expect((await post(practice, submission(SECRETARY, approving('F0NOWHERE')))).body).toContain(
      'ファイルが見つかりません。',
    );
    expect(await trainings(practice)).toEqual(before);
    expect(await auditOf(practice, STAFF)).toEqual([
      'refused open-past-records',
      'refused read-past-sample',
      'refused read-past-file',
      'refused read-past-file',
    ]);
  });
});
