import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import type { OpenedMeeting } from '../../../src/services/meeting/open.ts';
import { meetingContentsForm } from '../../../src/views/meeting/contents-form.ts';
import { GIVEN, type Given } from '../records.ts';

const opened = ({ body, meeting }: Given): OpenedMeeting => ({
  ...{ meeting, body, bodies: [body], history: [], messages: 0, presumed: [] },
  ...{ actions: [], mayAddAction: true, earlier: [] },
});

const members = ({ body, typed }: Given, withSlack: boolean): OpenedMeeting['presumed'] =>
  Array.from({ length: 150 }, (_, index) => ({
    id: String(index),
    bodyId: body.id,
    title: typed.slice(0, 60),
    office: 'member',
    position: 10,
    copiedTo: [],
    proxies: [],
    startsOn: localDate('2023-04-01'),
    endsOn: null,
    revision: 1,
    person: {
      id: String(index),
      slackId: withSlack ? `U0MEMBER${index}` : null,
      email: null,
      name: typed.slice(0, 60),
      nameFromSlack: false,
      deactivatedAt: null,
    },
  }));

const FORMS: Readonly<Record<string, (given: Given) => OpenedMeeting>> = {
  'what is kept': opened,
  'more members than a field takes': (given) => ({ ...opened(given), presumed: members(given, true) }),
  'as many without Slack': (given) => ({ ...opened(given), presumed: members(given, false) }),
};

describe.each(Object.entries(GIVEN))('given %s', (_, given) => {
  test.each(Object.entries(FORMS))('会議の内容を記録 with %s is a form that Slack takes', (__, of) => {
    const view = meetingContentsForm(of(given));
    expect(checkView(view)).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/\\ud[89a-f]/u);
  });
});
