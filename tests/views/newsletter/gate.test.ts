import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import { homeView } from '../../../src/views/home.ts';
import { typedText } from '../../../src/views/typed-text.ts';
import { brimming } from './brimming.ts';

const SAMPLES = ['あ', '👩‍👩‍👧', '<!channel> & @here *太字* :tada: https://example.jp/?a=1&b=2 '];

describe.each(SAMPLES)('all that may be typed, full of %j', (sample) => {
  const { messages, views, parts } = brimming(sample);

  test.each(Object.entries(messages))('the message %s is taken by Slack', (_, { text, blocks }) => {
    expect(checkMessage({ channel: 'C0ONE', text, blocks })).toEqual([]);
  });

  test.each(Object.entries(views))('the form %s is taken by Slack', (_, view) => {
    expect(checkView(view)).toEqual([]);
  });

  test('its parts of the Home tab are taken by Slack', () => {
    expect(checkView(homeView({ owed: [], secretariat: parts }, []))).toEqual([]);
  });
});

test('what was typed is all there in a rich text, whatever it is: as words, addresses and names of emoji', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom(':tada:', 'https://example.jp/a', ' ', '。'),
        ),
      ),
      (pieces) => {
        const typed = pieces.join('');
        const read = typedText(typed).map((leaf) => {
          if (leaf.type === 'text') return leaf.text;
          return leaf.type === 'link' ? leaf.url : leaf.type === 'emoji' ? `:${leaf.name}:` : '?';
        });
        expect(read.join('')).toBe(typed);
      },
    ),
  );
});
