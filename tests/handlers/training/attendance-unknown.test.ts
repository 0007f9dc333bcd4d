import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { countOf, post, rowsOf, submission } from '../steps.ts';
import { addPerson, addSection, appoint, recordTraining } from './steps.ts';

const OCTOBER = '協働推進員研修 令和8年10月1日 第1会議室';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice();
  const { sectionId } = await addSection(practice, '市民課');
  await appoint(practice, { slackId: null, name: '髙嶺 﨑', sectionId, role: 'promoter' });
  await addPerson(practice, null, '既知 花子');
  await recordTraining(practice, { 開催日: '2026-10-01' });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const open = async (typed: string): Promise<Form> => {
  const form = await (await practice.secretary.command('/kyodo-training', '受講者')).opened();
  await form.fill({ 研修: OCTOBER, Slack未利用の受講者: typed, 備考: '午前のみ' });
  return form;
};
const kept = async () => [await countOf(practice, 'person'), await countOf(practice, 'attendance_event')];

test('a name that the record does not know is asked about with who is near, and nothing is kept', async () => {
  const before = await kept();
  const form = await open('市民課 髙嶺 﨑\n髙嶺 﨑 様\n高嶺崎\n既知花子\n新入 一郎');
  const asked = (await form.submit({ twice: true })).form;
  expect([asked?.title, asked?.submitText]).toEqual(['記録にない氏名の確認', '記録する']);
  expect(asked?.text.split('\n').slice(2, 7)).toEqual([
    '記録にない氏名 4名',
    '・市民課 髙嶺 﨑(似た氏名の方:髙嶺 﨑(市民課))',
    '・髙嶺 﨑 様(似た氏名の方:髙嶺 﨑(市民課))',
    '・高嶺崎(似た氏名の方:髙嶺 﨑(市民課))',
    '・新入 一郎',
  ]);
  expect(await kept()).toEqual(before);
  await asked?.close();
  // Back in the form, which has all that was typed, the names are corrected; the new one is asked about again.
  expect([form.isOpen, form.values.備考, form.values.研修]).toEqual([true, '午前のみ', OCTOBER]);
  await form.fill({ Slack未利用の受講者: '髙嶺 﨑\n既知花子\n新入 一郎' });
  const again = (await form.submit()).form;
  expect(again?.text.split('\n').slice(2, 4)).toEqual(['記録にない氏名 1名', '・新入 一郎']);
  const done = (await again?.submit({ twice: true }))?.form;
  expect([done?.title, done?.text]).toEqual([
    '受講を記録しました',
    expect.stringContaining('今回の記録:出席 3名・一部出席 0名・欠席 0名'),
  ]);
  expect(
    await rowsOf(
      practice,
      'select p.name, a.note from attendance a join person p on p.id = a.person_id order by p.name collate "C"',
      [],
    ),
  ).toEqual(['新入 一郎', '既知 花子', '髙嶺 﨑'].map((name) => ({ name, note: '午前のみ' })));
  await done?.close({ all: true });
});

test('known names go straight through', async () => {
  const form = await open('新入一郎\n髙嶺　﨑');
  const done = (await form.submit()).form;
  expect(done?.title).toBe('受講を記録しました');
  await done?.close();
});

test('what comes back is not believed: only what was asked of the same person is recorded, and once', async () => {
  const form = await open('幻 影子');
  const asked = (await form.submit()).form;
  const before = await kept();
  const { viewId } = form;
  const confirm = async (who: string, id: string, asking: string) =>
    (
      await post(
        practice,
        submission(who, { id, callbackId: 'attendance.confirm', metadata: { asking }, fields: {} }),
      )
    ).body;
  expect(await confirm(STAFF, 'V0OTHER', viewId)).toContain('協働推進員');
  expect(await confirm(SECRETARY, 'V0GONE', 'V0NOTHING')).toContain('確認する内容が残っていません。');
  expect(await kept()).toEqual(before);
  expect((await asked?.submit())?.form?.title).toBe('受講を記録しました');
  const once = await kept();
  expect(await confirm(SECRETARY, 'V0AGAIN', viewId)).toContain('受講を記録しました');
  expect(await kept()).toEqual(once);
  // The form beneath it has been carried out.
  expect(Object.values((await form.submit()).errors)).toHaveLength(1);
  expect(await kept()).toEqual(once);
});
