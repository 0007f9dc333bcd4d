import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { ANSWER_FORMS } from '../../../src/domain/inquiry/inquiry.ts';
import type { InquiryLine } from '../../../src/domain/inquiry/line.ts';
import type { TargetInPlace } from '../../../src/domain/inquiry/standing.ts';
import { tallyOf } from '../../../src/domain/inquiry/tally.ts';
import { checkMessage, checkView } from '../../../src/sandbox/gate/gate.ts';
import type { OpenedAnswer } from '../../../src/services/inquiry/open-answer.ts';
import type { DepartmentInquiry } from '../../../src/services/inquiry/read-department.ts';
import type { StandingToday } from '../../../src/services/morning/list-standing.ts';
import type { SlackMessage } from '../../../src/slack/message.ts';
import { sentenceForm } from '../../../src/views/failure.ts';
import { freeTextAnswer } from '../../../src/views/free-text.ts';
import { homeView, menuMessage } from '../../../src/views/home.ts';
import { answeredView, copyView, shownAnswer } from '../../../src/views/inquiry/answer.ts';
import { answerForm } from '../../../src/views/inquiry/answer-form.ts';
import { departmentInquiriesPart, departmentInquiryMessage } from '../../../src/views/inquiry/department.ts';
import {
  delegateAskedMessage,
  delegateRequestForm,
  namedView,
  nameForm,
  returnedMessage,
  returnedView,
  returnForm,
} from '../../../src/views/inquiry/oversee.ts';
import { ownInquiriesMessage } from '../../../src/views/inquiry/own.ts';
import { standingPart } from '../../../src/views/morning/standing.ts';
import { anAnswer, aTarget, inPlace } from '../../support/inquiries.ts';

const DAY = localDate('2026-12-01');
const DUE = { dueOn: localDate('2026-12-10'), left: 7, isToday: false };
const HOSTILE = '<!channel> & <b> @here *太字* `code` |<https://example.com|x>';

const filledWith =
  (sample: string) =>
  (most: number): string => {
    const whole = sample.repeat(Math.ceil(most / sample.length)).slice(0, most);
    return /[\uD800-\uDBFF]$/u.test(whole) ? whole.slice(0, -1) : whole;
  };

/** Everything that may be typed, as long as it may be, in some words. */
const brimming = (sample: string) => {
  const filled = filledWith(sample);
  const answer = anAnswer({
    applicable: true,
    text: filled(3000),
    file: { id: 'f', name: filled(255) },
    received: { by: 'telephone', on: DAY },
  });
  const found: TargetInPlace = {
    ...inPlace(
      {
        title: filled(100),
        documentNumber: filled(60),
        requester: filled(60),
        content: filled(3000),
        link: `https://example.jp/${'a'.repeat(480)}`,
        file: { id: 'f', name: filled(255) },
        collectBy: localDate('2026-12-08'),
        endReason: filled(300),
      },
      { returned: { at: answer.at, by: 'U0CHIEF', reason: filled(300), dueOn: localDate('2026-12-14') } },
    ),
    place: { sectionId: 's', sectionName: filled(75), departmentId: 'd', departmentName: filled(75) },
  };
  return { filled, answer, found };
};

const SAMPLES: Readonly<Record<string, string>> = {
  'ordinary words': '協働事業について、',
  'hostile words': HOSTILE,
  emoji: 'a🎉',
  'signs that grow when escaped': '&',
};

const openedOf = (found: TargetInPlace, facts: Partial<OpenedAnswer> = {}): OpenedAnswer => ({
  ...found,
  day: DAY,
  as: 'own',
  answers: [],
  closed: undefined,
  due: DUE,
  questions: [],
  answered: new Map(),
  drafts: new Map(),
  contact: '問'.repeat(100),
  ...facts,
});

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const viewsOf = (sample: string): Readonly<Record<string, ModalView>> => {
  const { answer, found, filled } = brimming(sample);
  const answers = many(60, () => answer);
  const onBehalf = openedOf(found, { as: 'on-behalf', answers });
  const answered = { ...found, target: { ...found.target, answer } };
  const oversight = { ...found, delegateName: filled(60) };
  return {
    ...Object.fromEntries(
      ANSWER_FORMS.flatMap((form) => {
        const asked = { ...found, inquiry: { ...found.inquiry, answerForm: form } };
        return [
          [`照会に回答 (${form})`, answerForm(openedOf(asked))],
          [`代理入力 (${form})`, answerForm({ ...onBehalf, ...asked })],
        ];
      }),
    ),
    'what was kept': answeredView({ ...answered, answer, as: 'own' }),
    回答を見る: shownAnswer({ ...onBehalf, ...answered }),
    'nothing to see': shownAnswer(openedOf(found, { closed: { kind: 'inquiry-closed' } })),
    文面をコピー: copyView(onBehalf),
    差し戻す: returnForm(oversight),
    'what was given back': returnedView({ ...found, dueOn: DAY }),
    担当の変更を依頼: delegateRequestForm(openedOf(found)),
    担当を決める: nameForm(oversight, 'U0STAFF'),
    'who was named': namedView({ ...found, name: filled(60), isToldNow: true }),
  };
};

const lineOf = (
  { inquiry, place, target }: TargetInPlace,
  relation: InquiryLine['relation'],
): InquiryLine => ({
  kind: 'inquiry',
  key: target,
  inquiry,
  departmentName: place.departmentName,
  sectionName: place.sectionName,
  relation,
  names: many(20, () => '職員の氏名'),
  answer: null,
  returnReason: target.returned?.reason ?? null,
  returnedBy: null,
  postponedUntil: DAY,
  ...DUE,
});

const departmentOf = (sample: string, sections: number): DepartmentInquiry => {
  const { answer, found, filled } = brimming(sample);
  const rows = many(sections, (index) => ({
    target: aTarget({ ...found.target, answer: index % 2 === 0 ? null : answer, delegateId: 'p' }),
    sectionName: filled(75),
    relation: (['own', 'vacant', 'unreachable'] as const)[index % 3] ?? 'own',
    names: many(5, () => filled(60)),
    isAway: true,
    isNamed: true,
    isLate: true,
    ownDueOn: DAY,
  }));
  return {
    day: DAY,
    inquiry: found.inquiry,
    department: { id: 'd', name: filled(75) },
    rows,
    tally: tallyOf(
      found.inquiry,
      rows.map(({ target }) => target),
    ),
    collected: { departmentId: 'd', at: answer.at, by: 'U0CHIEF' },
    isCollectedByReader: false,
    closed: undefined,
    due: DUE,
  };
};

const messagesOf = (sample: string): Readonly<Record<string, SlackMessage>> => {
  const { answer, found, filled } = brimming(sample);
  const contact = filled(100);
  const request = { id: 'r', at: answer.at, by: 'U0PROMOTER', candidate: 'U0STAFF', word: filled(300) };
  const asked = { kind: 'delegate-asked', day: DAY, found, request, due: DUE, contact } as const;
  const own = lineOf(found, 'own');
  const { inquiry, place, target: key } = found;
  const returned = { kind: 'inquiry-returned', day: DAY, contact } as const;
  const list = {
    day: DAY,
    open: [...many(30, () => own), ...many(30, () => lineOf(found, 'unreachable'))],
    answered: many(30, () => ({ ...place, key, inquiry, answer })),
  };
  return {
    回答の差戻し: returnedMessage({ ...returned, line: own, earlier: null }),
    '回答の差戻し that a newer message tells of': returnedMessage({
      ...returned,
      line: own,
      earlier: 'due-changed',
    }),
    'what was answered again': returnedMessage({
      ...returned,
      line: { ...own, answer },
      earlier: null,
    }),
    担当の変更の依頼: delegateAskedMessage({ ...asked, isOpen: true, names: [] }),
    'what was decided': delegateAskedMessage({ ...asked, isOpen: false, names: many(20, () => filled(60)) }),
    'the answer to free text': freeTextAnswer({
      kind: 'free-text-answer',
      ballots: [],
      contact,
      guides: ['g'],
      inquiries: many(5, () => own),
    }),
    ...Object.fromEntries(
      many(8, (index) => [`page ${index + 1} of one’s own`, ownInquiriesMessage(list, index + 1)]),
    ),
  };
};

const titleOf = (blocks: readonly KnownBlock[]): string => (blocks[0]?.type === 'header' ? 'headed' : 'bare');

describe.each(Object.entries(SAMPLES))('in %s', (_name, sample) => {
  test.each(Object.entries(viewsOf(sample)))('the view %s is taken', (_view, view) => {
    expect(checkView(view)).toEqual([]);
  });

  test.each(Object.entries(messagesOf(sample)))('the message %s is taken', (_message, { text, blocks }) => {
    expect(checkMessage({ text, blocks })).toEqual([]);
  });

  test('every page of a department of 60 sections is taken', () => {
    const department = departmentOf(sample, 60);
    const pages = many(20, (index) => departmentInquiryMessage(department, index + 1));
    expect(pages.flatMap((page) => checkView(sentenceForm(page)))).toEqual([]);
    expect(pages.map(({ blocks }) => titleOf(blocks))).toEqual(many(20, () => 'headed'));
  });

  test('the Home tab and the answer to /kyodo are taken', () => {
    const { found } = brimming(sample);
    const { inquiry } = found;
    const lines = many(8, () => lineOf(found, 'vacant'));
    const department = { id: 'd', name: filledWith(sample)(75) };
    const progress = many(20, () => ({ inquiry, department, asked: 30, unanswered: 7, due: DUE }));
    const standing: StandingToday = {
      lines: lines.map((content, index) => ({
        name: { kind: 'inquiry', ref: `inquiry:${index}` },
        content,
      })),
      others: { inquiries: 92, rest: 3 },
      day: DAY,
    };
    const due = [departmentInquiriesPart(progress, DAY)];
    expect(checkView(homeView({ owed: [standingPart(standing)], due }, []))).toEqual([]);
    const menu = menuMessage(standing, [], []);
    expect(checkMessage(menu)).toEqual([]);
    // As many as fit, at least one, are shown, and all others counted.
    const shown = menu.blocks.filter(({ block_id: id }) => id?.startsWith('standing') === true).length;
    expect(shown).toBeGreaterThan(0);
    expect(JSON.stringify(menu.blocks)).toContain(`ほかに${92 + lines.length - shown}件の照会があります。`);
  });
});
