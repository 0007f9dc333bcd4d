import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GUEST, SECRETARY, STRANGER } from '../../support/practice.ts';
import {
  buttonsOf,
  type FormName,
  meetingFields,
  NOWHERE,
  noted,
  ONLY_STAFF,
  pressForged,
  type Scene,
  startScene,
  submitForged,
} from '../forgery.ts';
import { answerTo, post, submission } from '../steps.ts';

const OTHER_BOT = 'U0OTHERBOT';
const FORMER = 'U0FORMER';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    people: [
      { id: OTHER_BOT, real_name: '別のボット', is_bot: true },
      { id: FORMER, real_name: '退職 四郎', deleted: true },
    ],
  });
});
afterAll(async () => {
  expect(scene.practice.slack.refusals).toEqual([]);
  await scene.practice.stop();
});

describe.each([
  ['a guest', GUEST],
  ['one of another organisation', STRANGER],
  ['another bot', OTHER_BOT],
  ['one who has left', FORMER],
])('%s', (_who, person) => {
  // An act of theirs is noted once an hour.
  beforeEach(() => {
    scene.practice.clock.set(new Date(scene.practice.clock.now().getTime() + 61 * 60_000).toISOString());
  });

  test.each([
    ['/kyodo', 'ヘルプ'],
    ['/kyodo', '設定'],
    ['/kyodo-meeting', ''],
    ['/kyodo-meeting', '一覧'],
    ['/kyodo-meeting', '開催なし'],
  ])('gets one sentence for %s %s and nothing else', async (command, word) => {
    const driver = scene.practice.slack.person(person);
    const lines = await noted(scene, person, async () => {
      const answer = await answerTo(driver, command, word);
      expect([answer.plain, answer.buttons, driver.form]).toEqual([ONLY_STAFF, [], undefined]);
    });
    expect(lines).toEqual([`refused ${command}`]);
  });

  test('gets one sentence for the shortcut', async () => {
    const driver = scene.practice.slack.person(person);
    const lines = await noted(scene, person, async () => {
      const form = await (await driver.shortcut('meeting.record')).opened();
      expect([form.text, form.submitText]).toEqual([`できませんでした\n${ONLY_STAFF}`, '']);
      await form.close();
    });
    expect(lines).toEqual(['refused meeting.record']);
  });

  test('gets one sentence for every button', async () => {
    const driver = scene.practice.slack.person(person);
    const actions = Object.keys(buttonsOf(scene));
    const lines = await noted(scene, person, async () => {
      for (const action of actions) {
        await pressForged(scene, person, action);
        const answer = await driver.nextAnswer();
        expect([action, answer.plain, driver.form]).toEqual([action, ONLY_STAFF, undefined]);
      }
    });
    expect(lines).toEqual(actions.map((action) => `refused ${action}`));
  });

  test.each<FormName>([
    'meeting.record',
    'meeting.edit',
    'meeting.contents',
    'meeting.cancel',
    'did-not-meet.record',
    'did-not-meet.cancel',
    'body.register',
  ])('gets one sentence for the form %s', async (name) => {
    const lines = await noted(scene, person, async () => {
      expect(await submitForged(scene, person, name)).toBe(ONLY_STAFF);
    });
    expect(lines).toEqual([`refused ${name}`]);
  });
});

describe('a request that names another workspace', () => {
  const asForeigner = { teamId: 'T0FORGED' };

  test('gets no answer, from whomever it seems to come, and leaves no line in this record', async () => {
    const { secretary } = scene.practice;
    const answered = secretary.answers.length;
    const lines = await noted(scene, SECRETARY, async () => {
      await secretary.command('/kyodo-meeting', '', asForeigner);
      await secretary.command('/kyodo-meeting', '一覧', asForeigner);
      await secretary.press('編集', { in: scene.told, ...asForeigner });
      await secretary.shortcut('meeting.record', asForeigner);
      // An honest request after them: what they had brought would be there by now.
      await answerTo(secretary, '/kyodo');
    });
    expect([secretary.answers.length - answered, secretary.form, lines]).toEqual([1, undefined, []]);
  });

  test('is not acknowledged as a form', async () => {
    const lines = await noted(scene, SECRETARY, async () => {
      const forged = submission(
        SECRETARY,
        { callbackId: 'meeting.record', fields: meetingFields(scene) },
        'T0FORGED',
      );
      expect((await post(scene.practice, forged)).status).toBe(404);
    });
    expect(lines).toEqual([]);
  });
});

describe('what was changed by hand, even by the secretariat', () => {
  const FAILED = /^ただいま処理できませんでした。.*\(受付番号 [0-9a-f]{8}\)$/u;
  const GONE = 'この記録は、すでに取り消されています。一覧で今の状態をご確認ください。';

  test.each([
    ['meeting.edit', NOWHERE, GONE],
    ['meeting.contents', NOWHERE, GONE],
    ['meeting.cancel', NOWHERE, GONE],
    ['meeting.confirm', NOWHERE, GONE],
    ['meeting.held', NOWHERE, GONE],
    ['body.change', NOWHERE, 'この会議体は見つかりませんでした。選び直してください。'],
    ['meeting.edit', `${NOWHERE}' or true --`, FAILED],
    ['meeting.held', '', FAILED],
    ['did-not-meet.cancel', 'x:2026', FAILED],
    ['body-list.next', '-1', FAILED],
  ])('a button %s with the value 「%s」 is answered and does nothing', async (action, value, sentence) => {
    const lines = await noted(scene, SECRETARY, async () => {
      await pressForged(scene, SECRETARY, action, value);
      const { plain } = await scene.practice.secretary.nextAnswer();
      expect(plain).toMatch(typeof sentence === 'string' ? new RegExp(`^${sentence}$`, 'u') : sentence);
    });
    expect(lines).toEqual([]);
  });

  test.each([
    ['another meeting', { meetingId: NOWHERE, revision: 1 }, GONE],
    ['no meeting', {}, undefined],
    ['an earlier revision', () => ({ meetingId: scene.meetingId, revision: 0 }), undefined],
  ])('a form about %s is refused', async (_what, given, sentence) => {
    const metadata = typeof given === 'function' ? given() : given;
    const lines = await noted(scene, SECRETARY, async () => {
      const form = { callbackId: 'meeting.edit', metadata, fields: meetingFields(scene) };
      const answer = await post(scene.practice, submission(SECRETARY, form));
      const { errors } = JSON.parse(answer.body);
      expect(Object.keys(errors)).toEqual(['bodyId']);
      if (sentence !== undefined) expect(errors.bodyId).toBe(sentence);
    });
    expect(lines).toEqual([]);
  });
});
