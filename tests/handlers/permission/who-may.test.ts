import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GUEST, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import {
  noted,
  ONLY_MEMBER,
  ONLY_RECORDER,
  ONLY_SECRETARIAT,
  pressForged,
  type Scene,
  startScene,
  submitForged,
} from '../forgery.ts';
import { answerTo, auditOf, openMeetingForm, pressToOpen } from '../steps.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(async () => {
  expect(scene.practice.slack.refusals).toEqual([]);
  await scene.practice.stop();
});

describe('staff', () => {
  test.each([
    ['/kyodo-meeting', '', 'refused open-meeting-form'],
    ['/kyodo-meeting', '開催なし', 'refused list-bodies'],
    ['/kyodo', '設定', 'refused open-settings'],
  ])('are told politely that %s %s is for the secretariat', async (command, word, line) => {
    const staff = scene.practice.slack.person(STAFF);
    const lines = await noted(scene, STAFF, async () => {
      const answer = await answerTo(staff, command, word);
      expect([answer.plain, answer.buttons, answer.ephemeral]).toEqual([ONLY_SECRETARIAT, [], true]);
    });
    expect(lines).toEqual([line]);
  });

  test('are told so in a form when they use the shortcut', async () => {
    const staff = scene.practice.slack.person(STAFF);
    const lines = await noted(scene, STAFF, async () => {
      const form = await (await staff.shortcut('meeting.record')).opened();
      expect([form.title, form.text, form.submitText]).toEqual([
        'できませんでした',
        `できませんでした\n${ONLY_SECRETARIAT}`,
        '',
      ]);
      await form.close();
    });
    expect(lines).toEqual(['refused open-meeting-form']);
  });

  test('may read the list and the help, without a button to change anything', async () => {
    const staff = scene.practice.slack.person(STAFF);
    const lines = await noted(scene, STAFF, async () => {
      const list = await answerTo(staff, '/kyodo-meeting', '一覧');
      expect([list.plain.includes('No 1 令和8年10月1日'), list.buttons]).toEqual([
        true,
        ['前の年度', '次の年度'],
      ]);
      const offered = [
        '検索',
        '会議の一覧',
        '年間スケジュール',
        '研修の一覧',
        '記事を書く',
        '協働推進員の一覧',
        '評価・意見の一覧',
        '不在期間を登録',
      ];
      expect((await answerTo(staff, '/kyodo')).buttons).toEqual(offered);
      expect((await answerTo(staff, '/kyodo', 'ヘルプ')).buttons).toEqual(offered);
    });
    expect(lines).toEqual([]);
  });

  test.each([
    ['meeting.open', ONLY_SECRETARIAT, 'refused open-meeting-form'],
    ['meeting.edit', ONLY_RECORDER, 'refused open-meeting'],
    ['meeting.contents', ONLY_RECORDER, 'refused open-meeting'],
    ['meeting.cancel', ONLY_RECORDER, 'refused open-meeting'],
    ['meeting.confirm', ONLY_SECRETARIAT, 'refused confirm-meeting'],
    ['meeting.held', ONLY_RECORDER, 'refused confirm-held'],
    ['meeting.take-back-held', ONLY_RECORDER, 'refused take-back-held'],
    ['did-not-meet.open', ONLY_SECRETARIAT, 'refused list-bodies'],
    ['did-not-meet.cancel', ONLY_SECRETARIAT, 'refused list-bodies'],
    ['body.open', ONLY_SECRETARIAT, 'refused list-bodies'],
    ['body.change', ONLY_SECRETARIAT, 'refused open-body'],
    ['body-list.previous', ONLY_SECRETARIAT, 'refused list-bodies'],
    ['body-list.next', ONLY_SECRETARIAT, 'refused list-bodies'],
    ['body-list.open', ONLY_SECRETARIAT, 'refused list-bodies'],
    ['meeting.contents.show', ONLY_MEMBER, 'refused show-meeting-contents'],
    ['audit.open', ONLY_SECRETARIAT, 'refused list-audit-lines'],
    ['audit.previous', ONLY_SECRETARIAT, 'refused list-audit-lines'],
    ['audit.next', ONLY_SECRETARIAT, 'refused list-audit-lines'],
    ['audit.row', ONLY_SECRETARIAT, 'refused list-audit-lines'],
    ['audit.previous.row', ONLY_SECRETARIAT, 'refused list-audit-lines'],
    ['audit.next.row', ONLY_SECRETARIAT, 'refused list-audit-lines'],
  ])('get one sentence for a forged button %s', async (action, sentence, line) => {
    const lines = await noted(scene, STAFF, async () => {
      await pressForged(scene, STAFF, action);
      const answer = await scene.practice.slack.person(STAFF).nextAnswer();
      expect([answer.plain, answer.ephemeral]).toEqual([sentence, true]);
    });
    expect(lines).toEqual([line]);
  });

  test.each([
    ['meeting.record', ONLY_SECRETARIAT, 'refused record-meeting'],
    ['meeting.edit', ONLY_RECORDER, 'refused edit-meeting'],
    ['meeting.contents', ONLY_RECORDER, 'refused record-meeting-contents'],
    ['meeting.cancel', ONLY_RECORDER, 'refused cancel-meeting'],
    ['did-not-meet.record', ONLY_SECRETARIAT, 'refused record-did-not-meet'],
    ['did-not-meet.cancel', ONLY_SECRETARIAT, 'refused cancel-did-not-meet'],
    ['body.register', ONLY_SECRETARIAT, 'refused register-body'],
  ] as const)('get one sentence for a forged form %s', async (name, sentence, line) => {
    const lines = await noted(scene, STAFF, async () => {
      expect(await submitForged(scene, STAFF, name)).toBe(sentence);
    });
    expect(lines).toEqual([line]);
  });
});

describe('without a secretariat', () => {
  const NONE = '事務局がまだ設定されていません。管理者に SECRETARIAT の設定をご依頼ください。';

  test('every answer says so first', async () => {
    const alone = await startPractice({ secretariat: [] });
    const { secretary, slack } = alone;
    const answers = [
      await answerTo(secretary, '/kyodo'),
      await answerTo(secretary, '/kyodo', '設定'),
      await answerTo(secretary, '/kyodo', '何か'),
      await answerTo(secretary, '/kyodo-meeting'),
      await answerTo(secretary, '/kyodo-meeting', '開催なし'),
      await answerTo(secretary, '/kyodo-meeting', '一覧'),
      await answerTo(secretary, '/kyodo-meeting', '一覧 いつか'),
      await answerTo(slack.person(GUEST), '/kyodo'),
    ];
    expect(answers.map(({ plain, text }) => [plain.split('\n')[0], text.split('\n')[0]])).toEqual(
      answers.map(() => [NONE, NONE]),
    );
    const form = await (await secretary.shortcut('meeting.record')).opened();
    expect(form.text).toBe(`できませんでした\n${NONE}`);

    const list = answers[5];
    const action = { type: 'button', block_id: 'p', action_id: 'meeting-list.next', value: '2023:1' };
    await secretary.pressRaw({ ...(list === undefined ? {} : { in: list }), action });
    const turned = await slack.until(({ plain }) => plain.includes('令和5年度の会議'));
    expect([turned.ts, turned.plain.split('\n')[0]]).toEqual([list?.ts, NONE]);
    expect(slack.refusals).toEqual([]);
    await alone.stop();
  });
});

test('the secretariat may do all of it', async () => {
  const form = await openMeetingForm(scene.practice);
  await form.close();
  await pressToOpen(scene.practice.secretary, '編集', scene.told);
  expect(await auditOf(scene.practice, SECRETARY)).toEqual(['record-meeting']);
});
