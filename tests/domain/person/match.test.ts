import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { factsOfDraft, indexPeople, whoIsMeant } from '../../../src/domain/person/match.ts';
import type { PersonFacts } from '../../../src/domain/person/person.ts';
import { appointingFrom } from '../../../src/domain/promoter/appointing.ts';
import { AppointmentDraft } from '../../../src/domain/promoter/appointment.ts';
import { anAppointment, aPerson } from '../../support/promoters.ts';

const HANAKO = aPerson({ id: 'hanako', name: '山田 花子' });
const SLACK = aPerson({ id: 'slack', name: '髙橋 一郎', slackId: 'U0ICHIRO', email: 'ichiro@city.example' });
const MAIL = aPerson({ id: 'mail', name: '佐藤 実', email: 'minoru@city.example' });
const SATO = aPerson({ id: 'sato', name: '佐藤実', email: 'sato@city.example' });
const UMI = aPerson({
  id: 'umi',
  name: '海野 うみ@市民課',
  slackId: 'U0UMI',
  email: 'umi@city.example',
  nameFromSlack: true,
});
const PEOPLE = [HANAKO, SLACK, MAIL, SATO, UMI];

const meant = (facts: Partial<PersonFacts> & { readonly name: string }) => {
  const result = whoIsMeant({ slackId: null, email: null, ...facts }, indexPeople(PEOPLE), ({ id }) => [
    `${id}の課`,
  ]);
  if (!result.ok) return result.error;
  if (result.value.kind === 'known') return [result.value.person.id, result.value.learned];
  const near = result.value.near.map(({ id }) => id);
  return near.length === 0 ? 'new' : `new, or ${near.join(', ')}`;
};

describe('who is meant', () => {
  test.each<[string, Partial<PersonFacts> & { readonly name: string }, unknown]>([
    ['a name alone that one bears', { name: '山田　花子' }, ['hanako', { name: '山田　花子' }]],
    ['the same name without spaces', { name: '山田花子' }, ['hanako', { name: '山田花子' }]],
    ['a name that nobody bears', { name: '山田 花' }, 'new'],
    ['高橋, who is not 髙橋 but may be', { name: '高橋 一郎' }, 'new, or slack'],
    ['her section and 様 beside a name', { name: '市民課 山田花子様' }, 'new, or hanako'],
    [
      'another spelling with an address, of one who has another',
      { name: '高橋 一郎', email: 'takahashi@city.example' },
      'new',
    ],
    [
      'another spelling with an address, of one without',
      { name: '山田 花子(市民課)', email: 'hanako@city.example' },
      'new, or hanako',
    ],
    [
      'an e-mail before a name',
      { name: '佐藤 実', email: 'sato@city.example' },
      ['sato', { name: '佐藤 実' }],
    ],
    [
      'an e-mail whose name has changed',
      { name: '鈴木 実', email: 'minoru@city.example' },
      ['mail', { name: '鈴木 実' }],
    ],
    ['an e-mail of nobody and a name with another', { name: '佐藤実', email: 'new@city.example' }, 'new'],
    [
      'an e-mail of nobody and the one of that name without',
      { name: '山田 花子', email: 'hanako@city.example' },
      ['hanako', { email: 'hanako@city.example' }],
    ],
    [
      'a name of Slack, which gives way to one that is written',
      { name: '海野 うみ', email: 'umi@city.example' },
      ['umi', { name: '海野 うみ', nameFromSlack: false }],
    ],
    [
      'and to the same one, which stays then',
      { name: '海野 うみ@市民課', email: 'umi@city.example' },
      ['umi', { nameFromSlack: false }],
    ],
    [
      'a name of Slack by another of Slack',
      { name: '波野 うみ', slackId: 'U0UMI', nameFromSlack: true },
      ['umi', { name: '波野 うみ' }],
    ],
    [
      'a name of the roster, which no name of Slack replaces',
      { name: '髙橋 一郎@市民課', slackId: 'U0ICHIRO', nameFromSlack: true },
      ['slack', {}],
    ],
    [
      'a name of the roster by a newer one, also of one with Slack',
      { name: '髙橋 二郎', email: 'ichiro@city.example' },
      ['slack', { name: '髙橋 二郎' }],
    ],
    ['an account by its id', { name: '髙橋 一郎', slackId: 'U0ICHIRO' }, ['slack', {}]],
    [
      'a new account by the address that is known',
      { name: '佐藤 実', slackId: 'U0MINORU', email: 'minoru@city.example' },
      ['mail', { slackId: 'U0MINORU' }],
    ],
    ['an account never by its name alone', { name: '山田 花子', slackId: 'U0HANAKO' }, 'new'],
    [
      'a name that two bear',
      { name: '佐藤　実' },
      { field: 'name', kind: 'ambiguous-name', sections: ['mailの課', 'satoの課'] },
    ],
  ])('%s', (_, facts, expected) => {
    expect(meant(facts)).toEqual(expected);
  });
});

describe('the fields 職員, 氏名 and メール', () => {
  const slack = { slackId: 'U0ICHIRO', email: 'ichiro@city.example', name: '髙橋 一郎', isMember: true };
  const { isMember: _, ...facts } = slack;
  test.each([
    [{ user: 'U0ICHIRO' }, slack, { ok: true, value: { ...facts, nameFromSlack: true } }],
    [{ user: 'U0ICHIRO' }, undefined, { ok: false, error: { field: 'user', kind: 'not-a-member' } }],
    [
      { user: 'U0ICHIRO' },
      { ...slack, isMember: false },
      { ok: false, error: { field: 'user', kind: 'not-a-member' } },
    ],
    [
      { user: 'U0ICHIRO', name: '髙橋' },
      slack,
      { ok: false, error: { field: 'user', kind: 'two-ways-of-naming' } },
    ],
    [{ email: 'a@city.example' }, undefined, { ok: false, error: { field: 'user', kind: 'no-person' } }],
    [
      { name: '山田 花子' },
      undefined,
      { ok: true, value: { slackId: null, email: null, name: '山田 花子' } },
    ],
    [
      { name: '山田 花子', email: 'a@city.example' },
      undefined,
      { ok: true, value: { slackId: null, email: 'a@city.example', name: '山田 花子' } },
    ],
  ])('%o', (draft, known, expected) => {
    expect(factsOfDraft(draft, known)).toEqual(expected);
  });
});

describe('a form opened with an appointment still means its person', () => {
  const department = '00000000-0000-4000-8000-0000000000d1';
  const section = {
    id: '00000000-0000-4000-8000-0000000000c1',
    departmentId: department,
    name: '市民課',
    position: 10,
    endedOn: null,
  };
  const departments = [{ id: department, name: '市民部', position: 10, sections: [section] }];
  const twin = aPerson({ id: 'twin', name: '山田 花子' });
  const change = (person: typeof HANAKO, fields: Readonly<Record<string, string>>) => {
    const own = anAppointment({ person });
    const draft = AppointmentDraft.parse({
      role: 'promoter',
      department,
      section: '市　民課',
      startsOn: '2026-04-01',
      ...fields,
    });
    const record = { departments, people: [HANAKO, twin, SLACK], appointments: [own] };
    const read = appointingFrom(draft, undefined, record, own);
    if (!read.ok) return read.error.kind;
    const { named, term } = read.value;
    return [named.kind === 'known' ? [named.person.id, named.learned] : 'new', term.endsOn];
  };
  test.each<[string, typeof HANAKO, Readonly<Record<string, string>>, unknown]>([
    ['though two bear the name', HANAKO, { name: '山田 花子' }, [['hanako', {}], '2027-03-31']],
    [
      'and learns an address',
      HANAKO,
      { name: '山田花子', email: 'h@city.example' },
      [['hanako', { email: 'h@city.example' }], '2027-03-31'],
    ],
    ['though the account is closed', SLACK, { user: 'U0ICHIRO' }, [['slack', {}], '2027-03-31']],
    ['but not with another name', HANAKO, { name: '山田 花' }, ['new', '2027-03-31']],
    ['but not with another account', SLACK, { user: 'U0NOBODY' }, 'not-a-member'],
  ])('%s', (_, person, fields, expected) => {
    expect(change(person, fields)).toEqual(expected);
  });

  test('until the last day of its section', () => {
    const ended = { ...section, endedOn: localDate('2026-09-30') };
    const read = (endsOn?: string) =>
      appointingFrom(
        AppointmentDraft.parse({
          name: '山田 花子',
          role: 'chief',
          department: 'new',
          newDepartment: '市民 部',
          section: '市民課',
          startsOn: '2026-04-01',
          ...(endsOn === undefined ? {} : { endsOn }),
        }),
        undefined,
        {
          departments: [{ id: department, name: '市民部', position: 10, sections: [ended] }],
          people: [],
          appointments: [],
        },
      );
    expect(read()).toEqual({
      ok: false,
      error: { field: 'section', kind: 'section-ended', lastDay: '2026-09-30' },
    });
    expect(read('2026-09-30')).toMatchObject({
      ok: true,
      value: { place: { department: { id: department }, section: { id: section.id } } },
    });
  });
});
