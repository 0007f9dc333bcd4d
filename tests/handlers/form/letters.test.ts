import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FEATURES } from '../../../src/handlers/features.ts';
import { createPeople } from '../../../src/slack/people.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import {
  answerTo,
  countOf,
  openMeetingForm,
  PLAIN_MEETING,
  picked,
  post,
  send,
  submission,
  typed,
} from '../steps.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ people: [{ id: 'U0TURNED', real_name: '山田\u0000 \u202E太郎\uD83D' }] });
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

const FORMS = FEATURES.flatMap(({ forms = {} }) => Object.keys(forms));

/** Fields that no form has: what can't be kept is refused in any, before the form is looked at. */
const FIELDS = {
  nul: typed('遅刻\u0000あり'),
  escape: typed('\u001B[2J'),
  half: typed('祝\uD83D'),
  turned: typed('報告\u202Efdp'),
  lost: typed('\uFFFD橋'),
  own: typed('渡\uE000'),
  plain: typed('👨‍👩‍👧 髙橋\n\t二行目'),
  day: picked('2062-04-01'),
  last: picked('2037-03-31'),
};

test('there are forms to walk', () => {
  expect(FORMS.length).toBeGreaterThan(40);
});

test.each(FORMS)(
  '%s says at the field which letter can’t be kept, and which day is too far',
  async (callbackId) => {
    const answer = await post(
      practice,
      submission(SECRETARY, { id: `V${callbackId}`, callbackId, fields: FIELDS }),
    );
    expect(JSON.parse(answer.body)).toEqual({
      response_action: 'errors',
      errors: {
        nul: '「遅刻」の後に、目に見えない制御文字(U+0000)があります。消して入力し直してください。',
        escape: '先頭に、目に見えない制御文字(U+001B)があります。消して入力し直してください。',
        half: '「祝」の後に、絵文字などの文字の半分だけが残っています(U+D83D)。消して入力し直してください。',
        turned:
          '「報告」の後に、文字の向きを変える見えない文字(U+202E)があります。消して入力し直してください。',
        lost: '先頭の文字が失われています(U+FFFD)。もとの文字を入力してください。',
        own: '「渡」の後に外字(U+E000)があります。ほかのパソコンでは表示できないため、ふつうの漢字かかなで入力してください。',
        day: '今年度の10年後までの日にしてください。年を確かめてください。',
      },
    });
  },
);

test('a meeting with a NUL in it is refused where it was typed, and taken without', async () => {
  const form = await openMeetingForm(practice);
  expect(await send(form, { ...PLAIN_MEETING, 場所: '第1\u0000会議室' })).toEqual({
    場所: '「第1」の後に、目に見えない制御文字(U+0000)があります。消して入力し直してください。',
  });
  expect(await send(form, { 場所: '第1会議室' })).toEqual({});
  expect(await countOf(practice, 'meeting')).toBe(1);
});

test('a command is read without them', async () => {
  const answer = await answerTo(practice.secretary, '/kyodo-meeting', '一\u0000覧\u202E 令和8年度');
  expect(answer.plain).toContain('令和8年度');
});

test('a name as Slack has it comes without them', async () => {
  const client = new WebClient(practice.slack.botToken, { slackApiUrl: practice.slack.apiUrl });
  expect((await createPeople(client, practice.clock).find('U0TURNED'))?.name).toBe('山田 太郎');
});
