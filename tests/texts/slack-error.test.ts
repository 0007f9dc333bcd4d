import { expect, test } from 'vitest';
import { isSlackErrorWord, SLACK_ERRORS } from '../../src/domain/slack/error.ts';
import { problemInWords, SLACK_ERROR_TEXT } from '../../src/texts/slack-error.ts';
import { DOCUMENTED_WORDS } from '../support/slack-words.ts';

test.each(DOCUMENTED_WORDS)('$word, an answer to $method, has its class and its own sentence', ({ word }) => {
  expect(isSlackErrorWord(word)).toBe(true);
  for (const recipient of ['C0GENERAL', 'U0STAFF']) {
    const sentence = problemInWords(word, recipient);
    expect(sentence).toMatch(/。$/u);
    // Neither Slack's word nor a wrong diagnosis.
    expect(sentence).not.toMatch(/つながりませんでした|[a-z]+_[a-z]+/u);
  }
});

test('every word of the table has a sentence, and there is no sentence of another', () => {
  expect(Object.keys(SLACK_ERROR_TEXT).toSorted()).toEqual(Object.keys(SLACK_ERRORS).toSorted());
});

test.each([
  { problem: 'restricted_action_read_only_channel', to: 'C0KOHO', says: /投稿できる人が制限されています/u },
  { problem: 'message_limit_exceeded', to: 'U0STAFF', says: /送れるメッセージの数を超えていました/u },
  { problem: 'history: missing_scope', to: 'C0KOHO', says: /権限がありません/u },
  { problem: 'channel_not_found', to: 'C0KOHO', says: /チャンネルが見つかりません/u },
  { problem: 'channel_not_found', to: 'U0STAFF', says: /アカウントが見つかりません/u },
  {
    problem: 'a_word_of_next_year',
    to: 'C0KOHO',
    says: /Slackが受け付けませんでした\(a_word_of_next_year\)/u,
  },
  { problem: 'HTTP 500', to: 'C0KOHO', says: /Slackにつながりませんでした\(HTTP 500\)/u },
  { problem: 'toString', to: 'C0KOHO', says: /Slackにつながりませんでした\(toString\)/u },
])('$problem to $to is told in plain words', ({ problem, to, says }) => {
  expect(problemInWords(problem, to)).toMatch(says);
});
