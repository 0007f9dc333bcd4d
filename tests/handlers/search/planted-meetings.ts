import { randomUUID } from 'node:crypto';
import { SECRETARY } from '../../support/practice.ts';
import { wordOf } from './fields.ts';
import { WHO } from './people.ts';
import { AT, type Planting, type Row, TODAY, TOMORROW } from './planting.ts';

/** 会議 and 書面開催 of every standing; the id of the person who is the member of 本部会議. */
export const plantMeetings = async ({
  put,
  person,
  headquarters,
  open,
  welfare,
}: Planting): Promise<string> => {
  const meeting = async (fields: Row, ...items: readonly string[]): Promise<string> => {
    const id = await put('meeting', {
      id: randomUUID(),
      body_id: headquarters,
      fiscal_year: 2026,
      way: 'onsite',
      precision: 'day',
      held_on: '2026-10-01',
      attendees: [],
      attendees_without_slack: [],
      recorded_by: SECRETARY,
      recorded_at: AT,
      confirmed_at: AT,
      held_confirmed_at: AT,
      ...fields,
    });
    for (const [index, item] of items.entries())
      await put('agenda_item', { meeting_id: id, position: index + 1, text: wordOf(item) });
    return id;
  };
  const held = await meeting(
    {
      place: wordOf('m-place'),
      note: wordOf('m-note'),
      decisions: wordOf('m-decision'),
      documents: wordOf('m-document'),
      attendees_without_slack: [wordOf('m-attendee')],
      time: wordOf('m-time'),
    },
    'm-item',
  );
  await put('meeting_absence', { meeting_id: held, position: 1, member: wordOf('m-absent') });
  await put('action_item', {
    id: randomUUID(),
    meeting_id: held,
    text: wordOf('m-action'),
    section_id: welfare,
    due_on: '2026-12-28',
    created_by: SECRETARY,
    created_at: AT,
  });
  await meeting(
    {
      body_id: open,
      held_on: '2026-10-02',
      recorded_by: WHO.promoter.id,
      section_id: welfare,
      confirmed_at: null,
      decisions: wordOf('p-decision'),
    },
    'p-item',
  );
  await meeting(
    {
      held_on: '2026-10-03',
      cancelled_at: AT,
      cancel_reason: wordOf('c-reason'),
      decisions: wordOf('c-decision'),
    },
    'c-item',
  );
  await meeting({ held_on: '2027-02-01', held_confirmed_at: null }, 'd-item');

  const written = async (fields: Row, ...items: readonly string[]): Promise<string> => {
    const id = await put('written_meeting', {
      id: randomUUID(),
      body_id: headquarters,
      due_on: '2026-12-10',
      voters: [WHO.member.id],
      state: 'open',
      created_by: SECRETARY,
      created_at: AT,
      sent_at: AT,
      asked_on: TODAY,
      ...fields,
    });
    for (const [index, item] of items.entries())
      await put('written_item', {
        meeting_id: id,
        position: 1,
        version: index + 1,
        text: wordOf(item),
        at: AT,
        by: SECRETARY,
      });
    return id;
  };
  const asked = await written({ invitation: wordOf('w-invitation') }, 'w-old', 'w-item');
  const member = await person(wordOf('y-member'), WHO.member.id);
  const seat = {
    body_id: headquarters,
    office: 'member',
    recorded_by: SECRETARY,
    recorded_at: AT,
    starts_on: '2026-04-01',
  };
  const seated = await put('body_member', {
    ...seat,
    id: randomUUID(),
    person_id: member,
    title: '福祉部長',
    position: 10,
    copied_to: [],
    proxies: [WHO.proxy.id],
  });
  await put('body_member', {
    ...seat,
    id: randomUUID(),
    person_id: await person('元の 委員', WHO.formerMember.id),
    title: '前の福祉部長',
    position: 20,
    copied_to: [],
    proxies: [],
    ends_on: '2026-09-30',
  });
  await put('written_voter', {
    meeting_id: asked,
    position: 1,
    member_id: seated,
    person_id: member,
    name: '委員',
    title: '福祉部長',
    office: 'member',
  });
  await put('written_answer', { meeting_id: asked, voter: 1, number: 1, at: AT, by: WHO.proxy.id });
  await put('written_vote', {
    meeting_id: asked,
    voter: 1,
    number: 1,
    position: 1,
    version: 2,
    choice: 'object',
    opinion: wordOf('w-opinion'),
  });
  await written({ state: 'draft', sent_at: null, asked_on: null }, 'w-draft');
  await written({ asked_on: TOMORROW }, 'w-later');
  await written({ state: 'cancelled' }, 'w-cancelled');
  const untold = await meeting(
    { held_on: '2026-11-20', way: 'written', precision: 'until', decisions: wordOf('e-decision') },
    'e-item',
  );
  await written({
    state: 'announced',
    due_on: '2026-11-20',
    notice: wordOf('e-notice'),
    announced_at: `${TOMORROW}T09:00:00+09:00`,
    record_id: untold,
  });
  return member;
};
