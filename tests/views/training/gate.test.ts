import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import type { LineContent } from '../../../src/domain/morning/content.ts';
import { soughtAmong } from '../../../src/domain/person/sought.ts';
import type { Programme } from '../../../src/domain/training/programme.ts';
import { NOBODY, type TrainingSession } from '../../../src/domain/training/training.ts';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { ListedTraining, TrainingList } from '../../../src/services/training/list.ts';
import type { OpenedTraining } from '../../../src/services/training/open.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { deliveryMessage, deliveryPages } from '../../../src/views/delivery/deliveries.ts';
import { didNotMeetForm } from '../../../src/views/meeting/did-not-meet.ts';
import { trainingCancelForm } from '../../../src/views/training/cancel-form.ts';
import { trainingContentsForm, trainingForm } from '../../../src/views/training/form.ts';
import { comingTrainingsPart } from '../../../src/views/training/home.ts';
import { TRAININGS_A_PAGE, trainingListMessage } from '../../../src/views/training/list.ts';
import {
  programmeForm,
  programmeListMessage,
  programmeRegistered,
} from '../../../src/views/training/programme.ts';
import { asSent } from '../../support/as-sent.ts';
import { aBody } from '../../support/meetings.ts';
import { months } from '../../support/record-dates.ts';
import { aTraining } from '../../support/trainings.ts';
import { manyBodies } from '../records.ts';

const HOSTILE = '<!channel> & <b> @here *太字* `code` |<https://example.com|x>';
const AT = new Date('2023-08-14T10:00:00+09:00');

/** A session of a programme of some name, filled to the brim with some words, or with as little as there may be. */
type Given = { readonly name: string; readonly session: TrainingSession; readonly typed: string };

const brimming = (sample: string): Given => {
  const filled = (most: number): string => {
    const whole = sample.repeat(Math.ceil(most / sample.length)).slice(0, most);
    return /[\uD800-\uDBFF]$/u.test(whole) ? whole.slice(0, -1) : whole;
  };
  return {
    name: filled(75),
    typed: filled(300),
    session: aTraining({
      way: 'video',
      date: months('2023-12', '2024-02'),
      place: filled(100),
      audience: 'promoters',
      headCount: 99_999,
      contents: {
        lecturer: filled(100),
        content: filled(3000),
        link: `https://example.jp/${'a'.repeat(981)}`,
      },
      printedTogether: true,
      code: '382945',
      confirmedAt: null,
    }),
  };
};

const GIVEN: Readonly<Record<string, Given>> = {
  'an ordinary record': { name: '協働推進員研修', session: aTraining(), typed: '入力誤り' },
  'an empty record': { name: '研', session: aTraining({ place: '', headCount: null }), typed: '' },
  'hostile words': brimming(HOSTILE),
  emoji: brimming('a🎉'),
  'one word without end': brimming('研'),
  'signs that grow when escaped': brimming('&'),
};

const idOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const programmes = (name: string, count: number): readonly Programme[] =>
  Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    name,
    position: index + 1,
    forPromoters: true,
    since: 2023,
    example: true,
  }));

const opened = ({ name, session, typed }: Given): OpenedTraining => ({
  session,
  name,
  programmes: programmes(name, 99),
  invitees: Array.from({ length: 100 }, (_, index) => `U0PERSON${index}`),
  recorded: NOBODY,
  messages: 1,
  history: Array.from({ length: 5 }, () => ({
    at: AT,
    actor: 'U0JIMU',
    reason: typed,
    before: {
      name,
      printed: `${name} ${session.place}`,
      way: 'hybrid' as const,
      audience: 'promoters' as const,
      headCount: null,
      reception: true,
      printedTogether: false,
      invitees: true as const,
      contents: true as const,
    },
  })),
});

const FORMS: Readonly<Record<string, (given: Given) => ModalView>> = {
  'empty, without a programme': () => trainingForm([]),
  'empty, with as many programmes as a year holds': ({ name }) => trainingForm(programmes(name, 99)),
  'to cancel': (given) => trainingCancelForm(opened(given)),
  'to edit, with history': (given) => trainingForm(programmes(given.name, 99), opened(given)),
  研修の内容を記録: (given) => trainingContentsForm(opened(given)),
  研修の種類を登録: () => programmeForm('令和5年度'),
  '研修の種類を登録 to change': ({ name }) => {
    const [programme] = programmes(name, 1);
    return programmeForm('令和5年度', programme && { programme, digest: 'd'.repeat(43) });
  },
  'what it becomes': ({ name }) => programmeRegistered(name, '令和5年度', true),
  '開催なし without bodies': ({ name }) =>
    didNotMeetForm({ bodies: [], programmes: programmes(name, 1) }, '令和5年度'),
  '開催なし with as many of both as a year holds': ({ name }) =>
    didNotMeetForm(
      { bodies: manyBodies(aBody({ name }), 100), programmes: programmes(name, 99) },
      '令和5年度',
    ),
};

const told = ({ name, session }: Given, facts: Partial<TrainingSession> = {}) => ({
  session: { ...session, ...facts },
  name,
  standing: 'planned' as const,
  recorded: { present: 99_999, partial: 1, absent: 1 },
  askedOn: session.date.kind === 'month' ? ('2024-02-01' as never) : ('2024-03-01' as never),
  contact: 'コミュニティ政策課 内線0000',
});
const CANCELLED = (reason: string) => ({ cancelled: { at: AT, reason } });

const listOf = ({ name, session }: Given, sessions: number, count = 1): TrainingList => ({
  year: 2023,
  today: localDate('2024-06-03'),
  sought: soughtAmong('', 0, []),
  forSecretariat: true,
  mayConfirm: true,
  mayRecord: true,
  programmes: programmes(name, count).map((programme, at) => ({
    programme,
    name,
    notHeld: sessions === 0,
    sessions: Array.from(
      { length: sessions },
      (_, index): ListedTraining => ({
        session: { ...session, id: idOf(1000 + 1000 * at + index) },
        standing: 'planned',
        no: null,
        recorded: { present: 99_998, partial: 2, absent: 1 },
        rate: { came: 112, of: 112 },
        mayChange: true,
      }),
    ),
  })),
});

/** As many of one line as anybody may have before them. */
const lines = (line: LineContent): readonly SlackMessage[] =>
  deliveryPages({
    kind: 'morning',
    day: localDate('2024-06-03'),
    contact: '事務局',
    lines: Array.from({ length: 40 }, () => line),
  });

const UNWATCHED = { state: null, at: null, mayTakeBack: false, isRunning: true, isOver: false } as const;
type VideoLine = Extract<LineContent, { readonly kind: 'video' }>;
/** 受講の確認 of one that can still be watched and of which nothing is recorded, unless told. */
const video = (of: ReturnType<typeof told>, facts: Partial<VideoLine> = {}): readonly SlackMessage[] =>
  lines({ ...of, kind: 'video', ...UNWATCHED, ...facts });

const MESSAGES: Readonly<Record<string, (given: Given) => SlackMessage | readonly SlackMessage[]>> = {
  記録しました: (given) => deliveryMessage({ kind: 'training-recorded', ...told(given) }),
  '記録しました, taken back': (given) =>
    deliveryMessage({ kind: 'training-recorded', ...told(given, CANCELLED(given.typed)) }),
  'the question whether it was held': (given) =>
    lines({ kind: 'held-training', ...told(given, { heldConfirmedAt: null }), standing: 'settled' }),
  'the question after it was moved': (given) =>
    lines({ kind: 'held-training', ...told(given, { heldConfirmedAt: null }) }),
  'the question after its answer': (given) =>
    lines({ kind: 'held-training', ...told(given, { heldConfirmedAt: AT }) }),
  'the question after it was taken back': (given) =>
    lines({ kind: 'held-training', ...told(given, CANCELLED(given.typed)) }),
  受講の確認: (given) => video(told(given)),
  '受講の確認 on the day after the last': (given) => video(told(given), { isRunning: false }),
  '受講の確認, over': (given) => video(told(given), { isRunning: false, isOver: true }),
  '受講の確認, answered': (given) =>
    video(told(given), {
      state: 'partial',
      at: new Date('2026-11-24T10:00:00+09:00'),
      mayTakeBack: true,
    }),
  '受講の確認, taken back': (given) => video(told(given, CANCELLED(given.typed))),
  '開催なし of a programme': ({ name, session }) =>
    deliveryMessage({
      kind: 'did-not-meet-recorded',
      of: { kind: 'programme', id: session.id },
      name,
      fiscalYear: 2023,
      stands: true,
    }),
  'the list, a page in the middle': (given) => trainingListMessage(listOf(given, 300), 2),
  'the list of 99 programmes, a session each': (given) => trainingListMessage(listOf(given, 1, 99), 2),
  'the list of 99 programmes with 開催なし': (given) => trainingListMessage(listOf(given, 0, 99), 2),
  'the list of nothing': () =>
    trainingListMessage(
      {
        year: 2023,
        today: localDate('2024-06-03'),
        sought: soughtAmong('', 0, []),
        programmes: [],
        forSecretariat: false,
        mayConfirm: false,
        mayRecord: false,
      },
      1,
    ),
  'the programmes': ({ name }) => programmeListMessage(programmes(name, 99), '令和5年度', 2),
  'no programmes': () => programmeListMessage([], '令和5年度', 1),
  'trainings to come': ({ name, session }) => ({
    text: 'これからの研修',
    blocks: [...comingTrainingsPart(Array.from({ length: 300 }, () => ({ name, session })))],
  }),
};

describe.each(Object.entries(GIVEN))('with %s', (_what, given) => {
  test.each(Object.entries(FORMS))('Slack takes the form %s', (_name, form) => {
    expect(checkView(form(given))).toEqual([]);
  });
  test.each(Object.entries(MESSAGES))('Slack takes the message %s', (_name, message) => {
    expect([message(given)].flat().map(asSent).flatMap(checkMessage)).toEqual([]);
  });
});

test('a page of the list holds ten sessions, fewer where they are long, and none is left out', () => {
  const rowsOn = (message: SlackMessage) =>
    message.blocks.flatMap(({ block_id: id }) => (id?.startsWith('training:') ? id : []));
  const list = listOf(brimming('研'), 25);
  const pages = [1, 2, 3, 4].map((page) => rowsOn(trainingListMessage(list, page)));
  expect(pages.every(({ length }) => length > 3 && length <= TRAININGS_A_PAGE)).toBe(true);
  expect(new Set(pages.flat()).size).toBe(25);
});
