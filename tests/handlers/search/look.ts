import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { SEARCH_BUTTON } from '../../../src/texts/search.ts';
import type { Practice } from '../../support/practice.ts';
import { answerTo } from '../steps.ts';
import { FIELDS, wordOf } from './fields.ts';
import { maySee, WHO, type Who } from './people.ts';

/** What people are told who look for what is planted. */

/** A word that is nowhere, as long as those that are. */
const NOWHERE = '秘話?-nowhere端';

/** What somebody is answered who looks for words. */
export const lookFor = (practice: Practice, who: Who, words: string): Promise<Message> =>
  answerTo(practice.slack.person(WHO[who].id), '/kyodo', `検索 ${words}`);

/** The fields whose words are to be read in an answer, but for what was typed. */
export const fieldsIn = (message: Message, typed: string): readonly string[] => {
  // As it is read, and as it travels: what is bold is a leaf of its own.
  const shown = `${message.plain} ${JSON.stringify(message.blocks)}`;
  return Object.keys(FIELDS).filter((field) => wordOf(field) !== typed && shown.includes(`秘話${field}`));
};

/** All that an answer says and offers, but for what was typed. */
const saidOf = ({ plain, buttons }: Message, typed: string) => [plain.replaceAll(typed, ''), buttons];

/** The fields that the table of permissions lets somebody see. */
export const seenBy = (who: Who): readonly string[] =>
  Object.entries(FIELDS).flatMap(([field, seen]) => (maySee(who, seen) ? [field] : []));

/**
 * Looks for the word of every field: which are found; of what is not to be seen, which are to be read anyway; and which of those
 * that are not to be seen are answered otherwise than what is nowhere.
 */
export const lookForAll = async (practice: Practice, who: Who) => {
  const seen = seenBy(who);
  const none = saidOf(await lookFor(practice, who, NOWHERE), NOWHERE);
  const [found, leaked, otherwise]: [string[], string[], string[]] = [[], [], []];
  for (const field of Object.keys(FIELDS)) {
    const word = wordOf(field);
    const message = await lookFor(practice, who, word);
    if (message.buttons.includes(SEARCH_BUTTON.show)) found.push(field);
    leaked.push(...fieldsIn(message, word).filter((other) => !seen.includes(other)));
    if (!seen.includes(field) && JSON.stringify(saidOf(message, word)) !== JSON.stringify(none))
      otherwise.push(field);
  }
  return { found, leaked, otherwise };
};
