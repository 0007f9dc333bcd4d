import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, STAFF, startPractice } from '../../support/practice.ts';
import { PLAIN_TRAINING, recordTraining } from './steps.ts';

const TITLE = '研修の人数(直近3年度)';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2024-02-01T10:00:00+09:00' });
  await recordTraining(practice, {
    ...PLAIN_TRAINING,
    研修: '協働推進員研修',
    開催日: '2024-01-18',
    参加者数: '92',
  });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

/** The blocks of the Home tab that was shown last. */
const published = (): string =>
  JSON.stringify(practice.slack.calls.filter(({ method }) => method === 'views.publish').at(-1)?.args);

test('the secretariat sees the numbers of three years with their picture, and that the training came late', async () => {
  await practice.secretary.openHome();
  const { text } = await practice.secretary.homeUntil((home) => home.text.includes(TITLE));
  expect(text).toContain('協働推進員研修\n令和3年度 記録なし\n令和4年度 記録なし\n令和5年度 1回 92人');
  expect(text).toContain('令和5年度の協働推進員研修は、年度の後半の開催です。');
  await expect
    .poll(
      async () => {
        await practice.secretary.openHome();
        return published();
      },
      { timeout: 15_000, interval: 500 },
    )
    .toContain('slack_file');
  const [, id] = /"slack_file":\{"id":"(F0[A-Z0-9]+)"\}/u.exec(published().replaceAll('\\"', '"')) ?? [];
  const picture = await fetch(`${practice.slack.url}/picture/${id}`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
});

test('without the right to bring files to Slack the numbers are told all the same', async () => {
  await recordTraining(practice, {
    ...PLAIN_TRAINING,
    研修: '新規採用職員ステップ研修',
    開催日: '2023-09-01',
    参加者数: '88',
  });
  practice.slack.faults.next('files.getUploadURLExternal', { error: 'missing_scope' }, 20);
  await practice.secretary.openHome();
  await practice.secretary.homeUntil(({ text }) => text.includes('令和5年度 1回 88人'));
  expect(published()).not.toContain('slack_file');
});

test('others see neither', async () => {
  const staff = practice.slack.person(STAFF);
  await staff.openHome();
  const { text } = await staff.homeUntil(() => true);
  expect([text.includes(TITLE), text.includes('協働推進員研修の日程')]).toEqual([false, false]);
});
