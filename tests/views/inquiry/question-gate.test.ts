import { describe, expect, test } from 'vitest';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { checkView } from '../../../src/sandbox/gate/gate.ts';
import type { OpenedAnswer } from '../../../src/services/inquiry/open-answer.ts';
import { copyView, shownAnswer } from '../../../src/views/inquiry/answer.ts';
import { answerForm } from '../../../src/views/inquiry/answer-form.ts';
import { questionForm } from '../../../src/views/inquiry/question-form.ts';
import { anAnswer, inPlace } from '../../support/inquiries.ts';

const DAY = localDate('2026-12-01');
const THIRTY = Array.from({ length: 30 }, (_, index) => index);

/** What a section reads that is asked about thirty 評価・意見, each as long as it may be and so answered. */
const opened = (sample: string): OpenedAnswer => {
  const filled = (most: number): string => sample.repeat(Math.ceil(most / sample.length)).slice(0, most);
  const answer = anAnswer({
    text: filled(90_000),
    received: { by: 'telephone', on: DAY },
  });
  return {
    ...inPlace({ content: filled(3000), audience: 'related', answerForm: 'words' }, { answer }),
    day: DAY,
    as: 'on-behalf',
    answers: Array.from({ length: 20 }, () => answer),
    closed: undefined,
    due: { dueOn: localDate('2026-12-10'), left: 7, isToday: false },
    contact: filled(100),
    questions: THIRTY.map((index) => ({
      opinionId: `o${index}`,
      position: index + 1,
      fiscalYear: 2025,
      opinion: {
        fiscalYear: 2024,
        number: filled(20),
        item: filled(150),
        kind: 'opinion',
        words: filled(3000),
      },
      isCancelled: index === 4,
    })),
    answered: new Map(THIRTY.map((index) => [`o${index}`, filled(3000)])),
    drafts: new Map([['o1', filled(3000)]]),
  };
};

describe.each([
  ['ordinary words', '協働事業について、'],
  ['quotes', '"\\\n'],
  ['emoji', 'a🎉'],
])('%s', (_, sample) => {
  const asked = opened(sample);
  const views = {
    'the form as it opens': answerForm(asked),
    'page 2': questionForm(asked, 2),
    'page 3': questionForm(asked, 3),
    回答を見る: shownAnswer(asked),
    'the last page of it': shownAnswer(asked, 3),
    文面をコピー: copyView(asked),
  };
  test.each(Object.entries(views))('%s is taken by Slack', (__, view) => {
    expect(checkView(view)).toEqual([]);
    expect(new TextEncoder().encode(JSON.stringify(view)).length).toBeLessThan(250_000);
  });
});
