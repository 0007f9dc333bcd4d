import { describe, expect, test } from 'vitest';
import { escaped, personMention, plain } from '../../src/views/mrkdwn.ts';

test.each([
  ['<!channel> & <b>', '&lt;!channel&gt; &amp; &lt;b&gt;'],
  ['&amp;', '&amp;amp;'],
  ['<@U0JIMU>', '&lt;@U0JIMU&gt;'],
  ['*太字*', '*太字*'],
])('%s is escaped once', (typed, shown) => {
  expect(escaped(typed)).toBe(shown);
});

describe('plain text', () => {
  test('is what was typed, with nothing read as a picture word', () => {
    expect(plain('<!channel> :tada:')).toEqual({
      type: 'plain_text',
      text: '<!channel> :tada:',
      emoji: false,
    });
  });
  test('is never empty, for Slack refuses that', () => {
    expect(plain('').text).toBe(' ');
  });
});

test.each([
  ['U0JIMU', '<@U0JIMU>'],
  ['W0123ABC', '<@W0123ABC>'],
  ['cli:tanaka', 'cli:tanaka'],
  ['cli:<!channel>', 'cli:&lt;!channel&gt;'],
  ['U0>|<!here', 'U0&gt;|&lt;!here'],
])('%s is named as %s', (id, shown) => {
  expect(personMention(id)).toBe(shown);
});
