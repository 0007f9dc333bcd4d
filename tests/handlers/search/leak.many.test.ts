import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { SEARCH_BUTTON } from '../../../src/texts/search.ts';
import type { Practice } from '../../support/practice.ts';
import { COMMON, FIELDS, wordOf } from './fields.ts';
import { EVERYBODY, maySee, WHO, type Who } from './people.ts';
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

const answersOf = async (who: Who, words: string): Promise<Message> => {
  const person = practice.slack.person(WHO[who].id);
  await person.command('/kyodo', `検索 ${words}`);
  return person.nextAnswer();
};

/** The fields whose words are to be read in an answer, but for what was typed. */
const fieldsIn = (message: Message, typed: string): readonly string[] => {
  const shown = JSON.stringify(message.blocks);
  return Object.keys(FIELDS).filter((field) => wordOf(field) !== typed && shown.includes(`秘話${field}`));
};

const isFound = ({ buttons }: Message): boolean => buttons.includes(SEARCH_BUTTON.show);

/** All that an answer says and offers, but for what was typed. */
const saidOf = ({ plain, buttons }: Message, typed: string) => [plain.replaceAll(typed, ''), buttons];

const EVERY_FIELD = Object.entries(FIELDS);
/** A word that is nowhere, as long as those that are. */
const NOWHERE = '秘話?-nowhere端';

describe.each(EVERYBODY)('%s', (who) => {
  const seen = EVERY_FIELD.filter(([, each]) => maySee(who, each)).map(([field]) => field);

  test('finds by the word of a field what the table lets them see, and nothing else', async () => {
    const none = await answersOf(who, NOWHERE);
    const found: string[] = [];
    for (const [field] of EVERY_FIELD) {
      const word = wordOf(field);
      const message = await answersOf(who, word);
      if (isFound(message)) found.push(field);
      expect(fieldsIn(message, word).filter((other) => !seen.includes(other))).toEqual([]);
      // What is not found is said as of what is nowhere.
      if (!seen.includes(field)) expect(saidOf(message, word)).toEqual(saidOf(none, NOWHERE));
    }
    expect(found).toEqual(seen);
  });

  test('sees nothing else by a word that all of them have, on whatever page', async () => {
    const person = practice.slack.person(WHO[who].id);
    const first = await answersOf(who, COMMON);
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
    expect([...shown].filter((field) => !seen.includes(field))).toEqual([]);
    // Each of them has a name or an excerpt with such a word.
    expect(shown.size > 0).toBe(seen.length > 0);
  });
});
