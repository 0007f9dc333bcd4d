import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FEATURES } from '../../src/handlers/features.ts';
import type { Form } from '../../src/sandbox/driver/form.ts';
import { FORM_CASES } from './form/cases.ts';
import { EDITS, type Edit } from './form/edits.ts';
import { meanwhile } from './meanwhile.ts';
import { type City, PERSON, startCity, type Who } from './permission/city.ts';
import { answerTo, auditOf, post, submission } from './steps.ts';

/** Two people open the same record, and one saves before the other: every form that changes what it was opened with. */

/** Forms that change nothing they were opened with: they enter something new, or take one step whose double is told. */
const NO_EDITS: readonly string[] = [
  'meeting.record',
  'meeting.record.same-day',
  'meeting.cancel',
  'action-item.register',
  'action-item.settle',
  'action-item.drop',
  'training.record',
  'training.record.same-day',
  'training.cancel',
  // Answers to what the edit form has asked; tests/handlers/meeting/same-day.test.ts has them late.
  'meeting.edit.same-day',
  'training.edit.same-day',
  'attendance.record',
  'attendance.confirm',
  'attendance.again',
  // What another records meanwhile is not made twice: tests/handlers/schedule/make.test.ts.
  'schedule.make',
  'schedule.plan',
  // It changes nothing.
  'search.run',
  'did-not-meet.record',
  'did-not-meet.cancel',
  'promoter.appoint',
  'promoter.cancel',
  'promoter.import',
  'promoter.import-approve',
  'past-records.import',
  'past-records.approve',
  'body-examples.keep',
  'programme-examples.keep',
  'roster-report.choose',
  'away.register',
  'body-member.remove',
  'department.register',
  'inquiry.send',
  'inquiry.again',
  'inquiry.reopen',
  'inquiry.cancel',
  'inquiry.close',
  'inquiry.collect',
  'inquiry-delegate.ask',
  // Every answer is a row of its own: the last one counts, and all stay.
  'inquiry-answer.submit',
  'inquiry-return.submit',
  'written-answer.submit',
  'written-start.send',
  'written-meeting.reopen',
  'written-meeting.close',
  'written-meeting.cancel',
  'issue.confirm',
  // Kept as a draft until it is told: tests/services/written-meeting/result.test.ts has two at once.
  'written-result.save',
  'written-result.announce',
  'issue.add',
  'issue.cancel',
  'article.withdraw',
  'article-proposal.judge',
  'held.settle',
  'dead-letter.resend-all',
  // Carries what was shown, and erases nothing when that is no more so: tests/services/person/erase-past.test.ts.
  'past.erase',
  // Carries the revision of its text, one form for all of them: tests/handlers/report/text.test.ts has two who write one at once.
  'chapter-text.save',
  'opinion.register',
  'opinion.cancel',
  'opinion-import.file',
  // Carries what was shown of each row that would change: tests/handlers/opinion/import.test.ts has one changed meanwhile.
  'opinion-import.approve',
  'opinion-ask.save',
  'inquiry-answer.page',
  // Carries the revision of the year: tests/handlers/opinion/consideration.test.ts has two who write one at once.
  'consideration.save',
];

let city: City;
beforeAll(async () => {
  city = await startCity({ secretariat: ['jimukyoku@city.example', 'shokuin@city.example'] });
  for (const { id, who, send } of FORM_CASES.filter((each) =>
    [
      'meeting.record',
      'action-item.register',
      'training.record',
      'inquiry.save',
      'written-start.save',
    ].includes(each.id),
  )) {
    const sent = await send(city);
    await post(city.practice, submission(PERSON[who], { id: `V0NEW${id}`, callbackId: id, ...sent }));
  }
});
afterAll(async () => {
  expect(city.practice.slack.refusals).toEqual([]);
  await city.practice.stop();
});

const open = async (who: Who, { by, value }: Edit): Promise<Form> => {
  const person = city.practice.slack.person(PERSON[who]);
  const list = await answerTo(person, '/kyodo', 'ヘルプ');
  const action = { type: 'button', block_id: 'edit', action_id: by, value: await value(city) };
  return (await person.pressRaw({ in: list, action })).opened();
};

describe.each(Object.entries(EDITS))('%s', (id, edit) => {
  const [one, other] = edit.who ?? ['secretary', 'staff'];

  test('of one that was opened before another saved is refused, with who that was, and what was typed stays', async () => {
    const first = await open(one, edit);
    const second = await open(other, edit);
    expect([first.callbackId, second.callbackId]).toEqual([id, id]);
    const editing = [expect.stringMatching(/を編集$/u), '変更を保存する'];
    expect([first.title, first.submitText]).toEqual(edit.called ?? editing);
    first.force(edit.first);
    expect((await first.submit()).errors).toEqual({});
    const known = await auditOf(city.practice, PERSON[other]);
    second.force(edit.second);
    const { errors } = await second.submit();
    expect(Object.values(errors)).toEqual([meanwhile('事務 局子')]);
    expect([second.isOpen, await auditOf(city.practice, PERSON[other])]).toEqual([true, known]);
  });

  test('opened anew it is taken', async () => {
    const form = await open(other, edit);
    form.force(edit.second);
    expect((await form.submit()).errors).toEqual({});
  });
});

test('every form of every feature changes what it was opened with and is tried here, or does not', () => {
  const forms = FEATURES.flatMap(({ forms: all = {} }) => Object.keys(all));
  expect([...Object.keys(EDITS), ...NO_EDITS].toSorted()).toEqual(forms.toSorted());
});
