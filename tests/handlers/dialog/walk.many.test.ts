import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatherCommands } from '../../../src/handlers/commands.ts';
import { FEATURES } from '../../../src/handlers/features.ts';
import { inquiryText } from '../../../src/texts/inquiry.ts';
import { issueDeskText } from '../../../src/texts/newsletter.ts';
import { askProblemText } from '../../../src/texts/opinion-ask.ts';
import { problemText } from '../../../src/texts/problem.ts';
import { keepExamplesText } from '../../../src/texts/registering.ts';
import { writtenProblemText } from '../../../src/texts/written-problem.ts';
import { RECORDS } from '../form/cases-record.ts';
import { type City, PERSON, startCity } from '../permission/city.ts';
import { WAYS } from '../permission/ways.ts';
import { meetingIds, post, rowsOf, submission } from '../steps.ts';
import { sessionIds } from '../training/steps.ts';
import { changes, createWalk, dialogOf, pressesIn } from './walk.ts';

/**
 * Slack shows three dialogs on each other: no way leads to a fourth, whatever is pressed shows something, and what a dialog lies on is drawn
 * anew.
 */

let city: City;
beforeAll(async () => {
  city = await startCity();
  for (const { id, send } of RECORDS.filter((each) =>
    /^(?:meeting\.record|action-item\.register|training\.record)$/u.test(each.id),
  )) {
    const { metadata, fields } = await send(city);
    const form = { id: `V0${id}`, callbackId: id, metadata, fields };
    await post(city.practice, submission(PERSON.secretary, form));
  }
});
afterAll(async () => {
  // A view that would have come on top of a third is among them.
  expect(city.practice.slack.refusals).toEqual([]);
  await city.practice.stop();
});

const COMMANDS = [...gatherCommands(FEATURES)].flatMap(([command, all]) =>
  all.map(({ words: [word = ''] }) => [command, word] as const),
);

/** What is entered before a form is submitted; the others are as they opened. */
const ENTRIES = { 'attendance.record': { 受講者: [PERSON.staff] } };

/** They stand in messages only, which change through their delivery. */
const OF_MESSAGES = ['meeting.held', 'meeting.take-back-held', 'training.held', 'training.take-back-held'];
const OF_VIDEOS = ['attendance.watched', 'attendance.take-back-watched'];
const NOT_IN_DIALOGS = new Set([...OF_MESSAGES, ...OF_VIDEOS]);

/** What says that something was not done, and why. */
const NOT_DONE: readonly unknown[] = [
  ...Object.values(problemText),
  keepExamplesText.none,
  issueDeskText.noArticles,
  inquiryText.noEarlier,
  ...Object.values(writtenProblemText),
  writtenProblemText.notAllAnswered(1),
  askProblemText.noSection(['No 1']),
];

/** Dialogs over which others open and that are never drawn anew, with the reason; each other one says how it is. */
const STAYING = {
  'meeting.contents': 'what was typed must stay',
  'settings.save': 'what was typed must stay; the lists that open over it are drawn anew themselves',
  'inquiry.save': 'what was typed must stay',
  'issue.save': 'what was typed and chosen must stay',
  'written-answer.submit': 'what was typed must stay',
  'written-result.save': 'what was typed and chosen must stay',
  'written-result.announce': 'what is sent is what was seen, or it is refused',
  'promoter.import': 'what was chosen must stay; it shows nothing of the record',
  'past-records.import': 'what was chosen must stay; it shows nothing of the record',
  'opinion-import.file': 'what was chosen must stay; it shows nothing of the record',
};

const DRAWN = FEATURES.flatMap(({ redraws = {} }) => Object.keys(redraws));

/** Dialogs that others opened over and that would be out of date below them, or would lose what was typed. */
const staleIn = ({ lainOn }: Pick<ReturnType<typeof createWalk>, 'lainOn'>): readonly string[] =>
  [...lainOn]
    .filter(([id, { isForm }]) => !(id in STAYING) && (isForm || !DRAWN.includes(id)))
    .map(([id, { steps }]) => [id, ...steps].join(' '));

test('every button and form of every dialog, from the Home tab and from the commands', async () => {
  const { clock, secretary: person } = city.practice;
  await person.openHome();
  const home = await person.homeUntil(() => true);
  const onHome = pressesIn(home.blocks);
  // Half an hour later it is no longer written anew after each press.
  clock.set('2026-11-24T10:31:00+09:00');
  const walk = createWalk(person, ENTRIES, () => city.practice.bot.settled());
  for (const action of onHome) await walk.behind(() => person.pressRaw({ form: home, action }));
  const seen = () => JSON.stringify([dialogOf(person), person.answers.length]);
  for (const [command, word] of COMMANDS) {
    await person.form?.close({ all: true });
    const answered = await changes(seen, () => person.command(command, word));
    expect(answered, `${command} ${word}`).toBe(true);
    if (person.form !== undefined) await walk.behind(() => person.command(command, word));
  }
  const taken = [...walk.taken].map((key) => key.split(' '));
  expect({ silent: walk.silent, lost: walk.lost }).toEqual({ silent: [], lost: [] });
  expect([...walk.texts].filter((text) => text.includes('受付番号'))).toEqual([]);
  // The title says what was done, or that it was not.
  expect([...walk.texts].filter((text) => text.startsWith('お知らせ'))).toEqual([]);
  const notDone = [...walk.texts].flatMap((text) => /^できませんでした\n(.*)$/su.exec(text)?.[1] ?? []);
  expect(notDone.filter((why) => !NOT_DONE.includes(why))).toEqual([]);
  expect(taken.filter(([, step = '']) => NOT_IN_DIALOGS.has(step))).toEqual([]);
  expect(staleIn(walk)).toEqual([]);
  expect(Object.keys(STAYING).filter((id) => !walk.lainOn.has(id))).toEqual([]);
  expect([taken.length > 80, Math.max(...taken.map((key) => Number(key.at(-1))))]).toEqual([true, 3]);
}, 120_000);

test.each([PERSON.chief, PERSON.promoter])(
  'every dialog from the Home tab of %s',
  async (id) => {
    const { bot, clock, slack } = city.practice;
    clock.set('2026-11-24T10:00:00+09:00');
    const person = slack.person(id);
    await person.openHome();
    const home = await person.homeUntil(() => true);
    clock.set('2026-11-24T10:31:00+09:00');
    const walk = createWalk(person, ENTRIES, () => bot.settled());
    for (const action of pressesIn(home.blocks))
      await walk.behind(() => person.pressRaw({ form: home, action }));
    expect(staleIn(walk)).toEqual([]);
    expect({ silent: walk.silent, lost: walk.lost }).toEqual({ silent: [], lost: [] });
  },
  120_000,
);

test('every button of every feature, pressed in a third dialog', async () => {
  const { practice } = city;
  const { secretary: person } = practice;
  const ids = {
    meeting: (await meetingIds(practice))[0] ?? '',
    training: (await sessionIds(practice))[0] ?? '',
    'action-item': String((await rowsOf(practice, 'select id from action_item limit 1'))[0]?.id),
  };
  const press = async (form: typeof person.form, action_id: string, value: string) => {
    if (form === undefined) throw new Error(`nothing to press ${action_id} in`);
    const action = { type: 'button', block_id: 'deep', action_id, value };
    return changes(
      () => dialogOf(person),
      () => person.pressRaw({ form, action }),
    );
  };
  await person.form?.close({ all: true });
  await (await person.command('/kyodo-meeting')).opened();
  await press(person.form, 'article.open', 'new');
  await press(person.form, 'away.open', 'new');
  const third = person.form;
  const silent: string[] = [];
  for (const { id, of, send } of WAYS) {
    const sent = send(city, { id: of === undefined ? '' : ids[of.what] });
    if (!('value' in sent) || NOT_IN_DIALOGS.has(id)) continue;
    if (!(await press(third, id, sent.value))) silent.push(id);
    if (person.form?.viewId !== third?.viewId) silent.push(`${id} elsewhere`);
  }
  expect([silent, person.form?.text.includes('受付番号')]).toEqual([[], false]);
}, 120_000);
