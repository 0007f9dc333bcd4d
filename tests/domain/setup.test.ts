import { expect, test } from 'vitest';
import { SETUP_STEPS, type SetupFacts } from '../../src/domain/setup.ts';

const NOTHING: SetupFacts = {
  settings: { revision: 0, logChannel: null },
  hasExamples: true,
  programmes: true,
  hasExampleProgrammes: true,
  sections: false,
  bodies: true,
  withoutMembers: ['協働推進本部会議'],
  appointments: false,
  earlierMeetings: false,
};

test.each<[string, Partial<SetupFacts>, readonly string[]]>([
  ['nothing', {}, []],
  ['settings without 運用ログ', { settings: { revision: 1, logChannel: null } }, ['settings', 'closingDays']],
  ['運用ログ of the environment', { settings: { revision: 0, logChannel: 'C0LOG' } }, ['logChannel']],
  ['a section', { sections: true }, ['departments']],
  ['members of all, while bodies are examples still', { withoutMembers: [] }, []],
  ['a body without members', { hasExamples: false }, []],
  ['bodies with members', { hasExamples: false, withoutMembers: [] }, ['bodies']],
  ['no bodies at all', { bodies: false, hasExamples: false, withoutMembers: [] }, []],
  ['no 研修の種類 at all', { programmes: false, hasExampleProgrammes: false }, []],
  ['研修の種類 of its own', { hasExampleProgrammes: false }, ['programmes']],
  ['an appointment', { appointments: true }, ['roster']],
  ['a meeting of an earlier year', { earlierMeetings: true }, ['pastRecords']],
])('with %s there, these steps are done: %o', (_what, facts, done) => {
  const isDone = SETUP_STEPS.filter((step) => step.isDone({ ...NOTHING, ...facts }));
  expect(isDone.map(({ name }) => name)).toEqual(done);
});
