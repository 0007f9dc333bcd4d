import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FEATURES } from '../../src/handlers/features.ts';
import { GUEST } from '../support/practice.ts';
import { noted, ONLY_STAFF, type Scene, startScene } from './forgery.ts';
import { answerTo, post, submission, typed } from './steps.ts';

/** Every way in of every feature, tried by one who is a guest in Slack; no list of ours that could fall behind. */

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
/** An act is noted once an hour: each test has its own. */
let hour = 10;
beforeEach(() => {
  hour += 1;
  scene.practice.clock.set(`2026-11-24T${hour}:30:00+09:00`);
});
afterAll(async () => {
  expect(scene.practice.slack.refusals).toEqual([]);
  await scene.practice.stop();
});

const typedCommands = FEATURES.flatMap(({ commands = {} }) =>
  Object.entries(commands).flatMap(([command, subcommands]) =>
    subcommands.flatMap(({ words }) =>
      words.length === 0 ? [[command, '']] : words.map((word) => [command, word]),
    ),
  ),
);
const idsOf = (part: 'buttons' | 'forms' | 'shortcuts'): readonly string[] => [
  ...new Set(FEATURES.flatMap((feature) => Object.keys(feature[part] ?? {}))),
];

test('every command is answered with one sentence and noted', { timeout: 60_000 }, async () => {
  const guest = scene.practice.slack.person(GUEST);
  const lines = await noted(scene, GUEST, async () => {
    for (const [command = '', word = ''] of typedCommands) {
      const answer = await answerTo(guest, command, word);
      expect([command, word, answer.plain, answer.buttons]).toEqual([command, word, ONLY_STAFF, []]);
    }
  });
  expect(lines).toEqual([...new Set(typedCommands.map(([command]) => `refused ${command}`))]);
});

test('every button is answered with one sentence and noted', { timeout: 60_000 }, async () => {
  const guest = scene.practice.slack.person(GUEST);
  const lines = await noted(scene, GUEST, async () => {
    for (const action_id of idsOf('buttons')) {
      const action = { type: 'button', block_id: 'forged', action_id, value: scene.meetingId };
      await guest.pressRaw({ in: scene.told, action });
      const answer = await guest.nextAnswer();
      expect([action_id, answer.plain, guest.form]).toEqual([action_id, ONLY_STAFF, undefined]);
    }
  });
  expect(lines).toEqual(idsOf('buttons').map((id) => `refused ${id}`));
});

test('every form is answered with one sentence and noted', { timeout: 60_000 }, async () => {
  const lines = await noted(scene, GUEST, async () => {
    for (const callbackId of idsOf('forms')) {
      const form = { callbackId, fields: { any: typed('偽の入力') } };
      const { body } = await post(scene.practice, submission(GUEST, form));
      expect([callbackId, JSON.parse(body)]).toEqual([
        callbackId,
        { response_action: 'errors', errors: { any: ONLY_STAFF } },
      ]);
    }
  });
  expect(lines).toEqual(idsOf('forms').map((id) => `refused ${id}`));
});

test('every shortcut opens one sentence and is noted', async () => {
  const guest = scene.practice.slack.person(GUEST);
  const lines = await noted(scene, GUEST, async () => {
    for (const id of idsOf('shortcuts')) {
      const form = await (await guest.shortcut(id)).opened();
      expect([form.text, form.submitText]).toEqual([`できませんでした\n${ONLY_STAFF}`, '']);
      await form.close();
    }
  });
  expect(lines).toEqual(idsOf('shortcuts').map((id) => `refused ${id}`));
});

test('the Home tab says in one sentence why nothing is there', async () => {
  const guest = scene.practice.slack.person(GUEST);
  await guest.openHome();
  const { text, buttons } = await guest.homeUntil(() => true);
  expect([text, buttons]).toEqual([
    '恐れ入りますが、このボットは市の職員のためのものですので、ここには何も表示されません。',
    [],
  ]);
});
