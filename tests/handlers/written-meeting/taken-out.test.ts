import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeBodyMember } from '../../../src/services/body/remove-member.ts';
import { runJobsAt } from '../../support/jobs.ts';
import { type Practice, SECRETARY } from '../../support/practice.ts';

import { askBody, startAskedBody, WELFARE } from '../asked-body.ts';
import { pressAnywhere } from '../asked-city.ts';
import { actorOf, rowsOf, withDatabase } from '../steps.ts';

/** 回答者 whose 委員 were taken out of the record (外す) while they were asked: they stay in the list, and hear of the result. */

let practice: Practice;
let meeting: string;
beforeAll(async () => {
  practice = await startAskedBody();
  meeting = await askBody(practice);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const takeOut = async (title: string): Promise<void> => {
  const [row] = await rowsOf(practice, 'select id from body_member where title = $1', [title]);
  const actor = actorOf(SECRETARY, 'secretariat');
  await withDatabase(practice, (db) =>
    removeBodyMember(
      { db, clock: practice.clock },
      { memberId: String(row?.id) },
      { key: title, draft: { reason: '登録の誤り' } },
      actor,
    ),
  );
};

test('who was taken out is told of the result, and who has no Slack is named for another way', async () => {
  await takeOut('福祉部長');
  await takeOut('会計管理者');
  await runJobsAt(practice, '2026-12-11T00:00:30');
  practice.clock.set('2026-12-11T10:00:00+09:00');
  const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
  await form.fill({ 案件1の結果: '承認' });
  const confirmation = (await form.submit()).form;
  expect(confirmation?.text).toContain('3名に、Slackでお知らせします。');
  expect(confirmation?.text).toContain('Slackで届かない回答者:会計管理者 紙山 とおる。');
  await (await confirmation?.submit())?.form?.close({ all: true });
  await practice.slack.dm(WELFARE).until(({ plain }) => plain.startsWith('書面開催の結果のお知らせ'));
});
