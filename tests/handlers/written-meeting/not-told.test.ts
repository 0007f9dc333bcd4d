import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Practice, SECRETARY, STAFF } from '../../support/practice.ts';
import { homeOf, pressAnywhere } from '../asked-city.ts';
import { answerTo, bodyId, rowsOf } from '../steps.ts';
import { BODY, CHAIR, startWrittenCity, WELFARE } from '../written-city.ts';
import { AGREED, answer, begin, cardOf, closeOver } from './course-steps.ts';

/** 結果を通知する on a Friday evening for the next working morning: until then nobody but the secretariat knows of a result. */

let practice: Practice;
let meeting: string;
const CHANNEL = 'C0WRITTEN';
beforeAll(async () => {
  practice = await startWrittenCity('2026-11-26T10:00:00+09:00', {
    channels: [{ id: CHANNEL, name: '本部会議' }],
  });
  const body = await bodyId(practice, BODY);
  await rowsOf(practice, 'update body_year set notify_channel = $1 where body_id = $2', [CHANNEL, body]);
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const listFor = (who: string) => answerTo(practice.slack.person(who), '/kyodo-meeting', '一覧 令和8年度');
const resultFor = async (who: string): Promise<string> => {
  const shown = await pressAnywhere(practice, who, 'written-result.show', meeting);
  await shown.close({ all: true });
  return shown.text;
};
const NOT_TOLD = '書面開催の結果は、まだお知らせしていません。';

test('it is answered with an 異議あり, over, and its result planned for Monday', async () => {
  meeting = await begin(practice, '豊コ第111号');
  await answer(practice, meeting, [CHAIR, 1], {
    ...AGREED,
    案件1: '異議あり',
    案件1への意見: '早すぎると思います。',
  });
  await answer(practice, meeting, [WELFARE, 2]);
  await closeOver(practice, meeting, '2026-12-11T18:30:00+09:00');
  await cardOf(practice, WELFARE, '豊コ第111号', '回答の受付を終了しました。');
  const form = await pressAnywhere(practice, SECRETARY, 'written-result.open', meeting);
  await form.fill({ 案件1の結果: '承認' });
  const confirmation = (await form.submit()).form;
  await confirmation?.fill({ 送信: '次の開庁日の9時に送る' });
  const sent = await confirmation?.submit();
  expect(sent?.form?.text).toContain('令和8年12月14日(月)の朝に');
  await sent?.form?.close({ all: true });
});

describe('until then', () => {
  test.each([
    ['a 回答者', WELFARE],
    ['a member of the staff', STAFF],
  ])('%s reads date and 案件 in the list, and no result anywhere', async (_, who) => {
    const list = await listFor(who);
    expect(list.plain).toContain('令和8年12月10日まで');
    expect(list.buttons).not.toContain('結果を見る');
    expect(list.buttons).not.toContain('会議録');
    expect(await resultFor(who)).toContain(NOT_TOLD);
  });

  test('a 回答者 has the answer on Home, no result, and no word of one in the answer or 開催案内', async () => {
    const home = await homeOf(practice, WELFARE);
    expect(home.text).toContain('に回答しました。');
    expect(home.buttons).not.toContain('結果を見る');
    const own = await pressAnywhere(practice, WELFARE, 'written-answer.open', `${meeting}:2`);
    expect(own.text).not.toContain('結果を');
    expect(own.buttons).toEqual([]);
    await own.close({ all: true });
    const minutes = await pressAnywhere(
      practice,
      WELFARE,
      'meeting.minutes',
      String((await rowsOf(practice, 'select record_id from written_meeting'))[0]?.record_id),
    );
    expect(minutes.text).toContain(NOT_TOLD);
    await minutes.close({ all: true });
    const card = await cardOf(practice, WELFARE, '豊コ第111号', '');
    expect(card.plain).not.toContain('結果をお知らせしました');
  });

  test('the channel of the body hears nothing, and the secretariat sees the result', async () => {
    const waiting = await rowsOf(
      practice,
      `select kind, count(*)::int as count from delivery
       where state = 'planned' and not_before = '2026-12-14T09:00:00+09:00' and recipient <> $1 group by kind order by kind`,
      [SECRETARY],
    );
    expect(waiting).toEqual([
      { kind: 'meeting-announced', count: 1 },
      { kind: 'written-result', count: 4 },
    ]);
    expect(await resultFor(SECRETARY)).toContain('結果:承認');
    expect((await listFor(SECRETARY)).buttons).toContain('結果を見る');
  });
});

test('on Monday at 9:00 the notices come, and everybody may see what is theirs', async () => {
  practice.clock.set('2026-12-14T09:00:00+09:00');
  await practice.minute();
  await practice.slack.dm(WELFARE).next(({ plain }) => plain.startsWith('書面開催の結果のお知らせ\n'));
  await cardOf(practice, WELFARE, '豊コ第111号', '結果をお知らせしました。');
  expect(await resultFor(WELFARE)).toContain('早すぎると思います。');
  expect(await resultFor(STAFF)).toContain('結果:承認');
  expect((await listFor(WELFARE)).buttons).toEqual(expect.arrayContaining(['結果を見る', '会議録']));
  expect((await homeOf(practice, WELFARE)).buttons).toContain('結果を見る');
});
