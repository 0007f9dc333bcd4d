import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { SEARCH_BUTTON } from '../../../src/texts/search.ts';
import type { Practice } from '../../support/practice.ts';
import { COMMON } from './fields.ts';
import { fieldsIn, lookFor, lookForAll, seenBy } from './look.ts';
import { EVERYBODY, WHO } from './people.ts';
import { startPlanted } from './planted.ts';

/**
 * Everybody looks for the word of every field of a record of all kinds: they find what the table of permissions lets them see, and of
 * the rest there is neither a hit, a count, a snippet, もっと見る, nor a sentence that says otherwise than of a word that is nowhere.
 */

let practice: Practice;
beforeAll(async () => {
  practice = await startPlanted();
});
afterAll(async () => {
  expect(practice.slack.refusals).toEqual([]);
  await practice.stop();
});

describe.each(EVERYBODY)('%s', (who) => {
  test('finds by the word of a field what the table lets them see, and nothing else', async () => {
    expect(await lookForAll(practice, who)).toEqual({ found: seenBy(who), leaked: [], otherwise: [] });
  });

  test('sees nothing else by a word that all of them have, on whatever page', async () => {
    const person = practice.slack.person(WHO[who].id);
    const first = await lookFor(practice, who, COMMON);
    const shown = new Set(fieldsIn(first, COMMON));
    const now = (): Message | undefined => person.answers.find(({ ts }) => ts === first.ts);
    const press = async (words: string): Promise<Message | undefined> => {
      const before = now()?.plain;
      await person.press(words, { in: first });
      await expect.poll(() => now()?.plain !== before).toBe(true);
      return now();
    };
    for (const more of first.buttons.filter((words) => words.endsWith('をもっと見る'))) {
      let page = await press(more);
      while (page !== undefined) {
        for (const field of fieldsIn(page, COMMON)) shown.add(field);
        page = page.buttons.includes(more) ? await press(more) : undefined;
      }
      await press(SEARCH_BUTTON.back);
    }
    const seen = seenBy(who);
    expect([...shown].filter((field) => !seen.includes(field))).toEqual([]);
    // What everybody may see is among it.
    const ofAll = [
      'm-item',
      'd-item',
      'p-item',
      'w-item',
      'e-item',
      't-name',
      'u-name',
      'a-title',
      'i-greeting',
      'l-words',
      'y-promoter',
    ];
    expect(ofAll.filter((field) => shown.has(field))).toEqual(seen.length > 0 ? ofAll : []);
  });
});
