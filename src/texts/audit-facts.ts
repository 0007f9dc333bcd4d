import { AGENDA_WORD } from '../domain/meeting/agenda.ts';
import type { SubjectKind } from '../domain/subject.ts';
import { ACTION_LABEL } from './action-item.ts';
import { ARTICLE_LABEL, CATEGORY_WORD } from './article.ts';
import { AWAY_LABEL } from './away.ts';
import {
  BODY_KIND_WORD,
  BODY_LABEL,
  BODY_SECTION_WORD,
  PROXY_WORD,
  QUORUM_WORD,
  RECORDABLE_BY_WORD,
  RULES_LABEL,
  TIE_WORD,
  UNANSWERED_WORD,
} from './body.ts';
import { BODY_MEMBER_LABEL, OFFICE_WORD } from './body-member.ts';
import { CHAPTER_TEXT_LABEL } from './chapter-text.ts';
import { PUBLISHED_STATE_WORD } from './consideration.ts';
import { DEPARTMENT_LABEL } from './department.ts';
import {
  ANSWER_FORM_WORD,
  DUTY_WORD,
  INQUIRY_AUDIENCE_WORD,
  INQUIRY_LABEL,
  INQUIRY_STATE_WORD,
} from './inquiry.ts';
import { MEETING_LABEL, WAY_WORD } from './meeting.ts';
import { ISSUE_LABEL, ISSUE_STATE_WORD, PART_WORD } from './newsletter.ts';
import { CONSIDERATION_LABEL, OPINION_KIND_WORD, OPINION_LABEL, OPINION_RESPONSE_WORD } from './opinion.ts';
import { PROGRAMME_LABEL } from './programme.ts';
import { PROMOTER_LABEL, ROLE_CHOICE } from './promoter.ts';
import { FORMAT_WORD } from './report.ts';
import { BYLINE_WORD, NUMBERING_WORD, PUBLISHED_CHANGE_WORD, SETTINGS_LABEL } from './settings.ts';
import { AUDIENCE_WORD, TRAINING_LABEL, TRAINING_WAY_WORD } from './training.ts';
import { WRITTEN_COURSE_LABEL, WRITTEN_STATE_WORD } from './written-course.ts';
import { WRITTEN_START_LABEL } from './written-start.ts';

/** What 変更の記録 says of facts, before and after. */

type FactWords = {
  /** What its form calls each fact. */
  readonly labels: Readonly<Record<string, string>>;
  /** What its choices are called, fact by fact. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const DONE_OR_NOT = { true: '済み', false: 'まだ' } as const;

/** Facts that mean the same of everything. */
const ANY: FactWords = {
  labels: {
    printed: '日付',
    cancelled: '取消し',
    confirmed: '確認',
    held: '実施の確認',
    chairConfirmed: '委員長の確認',
    reported: '選任報告',
    collected: 'とりまとめ',
  },
  values: Object.fromEntries(
    ['cancelled', 'confirmed', 'held', 'chairConfirmed', 'reported', 'collected'].map((fact) => [
      fact,
      DONE_OR_NOT,
    ]),
  ),
};

const WORDS: { readonly [K in SubjectKind]?: FactWords } = {
  meeting: { labels: { ...MEETING_LABEL }, values: { way: WAY_WORD } },
  'action-item': {
    labels: {
      text: ACTION_LABEL.text,
      sectionId: ACTION_LABEL.sectionId,
      personId: ACTION_LABEL.user,
      dueOn: ACTION_LABEL.dueOn,
      outcome: '状態',
    },
    values: { outcome: { open: '対応中', done: '済み', dropped: '取りやめ' } },
  },
  training: {
    labels: { ...TRAINING_LABEL, programmeId: TRAINING_LABEL.programme },
    values: { way: TRAINING_WAY_WORD, audience: AUDIENCE_WORD },
  },
  body: {
    labels: { ...BODY_LABEL, ...RULES_LABEL },
    values: {
      kind: BODY_KIND_WORD,
      section: BODY_SECTION_WORD,
      recordableBy: RECORDABLE_BY_WORD,
      quorum: QUORUM_WORD,
      proxy: PROXY_WORD,
      unanswered: UNANSWERED_WORD,
      tie: TIE_WORD,
    },
  },
  'body-member': {
    labels: { ...BODY_MEMBER_LABEL, personId: BODY_MEMBER_LABEL.user },
    values: { office: OFFICE_WORD },
  },
  programme: { labels: PROGRAMME_LABEL },
  department: { labels: { name: DEPARTMENT_LABEL.department, position: DEPARTMENT_LABEL.position } },
  section: { labels: { ...DEPARTMENT_LABEL, name: DEPARTMENT_LABEL.section } },
  person: { labels: { name: PROMOTER_LABEL.name, email: PROMOTER_LABEL.email } },
  appointment: { labels: PROMOTER_LABEL, values: { role: ROLE_CHOICE } },
  away: { labels: AWAY_LABEL },
  settings: {
    labels: SETTINGS_LABEL,
    values: {
      newsletterNumbering: NUMBERING_WORD,
      publishedChange: PUBLISHED_CHANGE_WORD,
      articleByline: BYLINE_WORD,
    },
  },
  inquiry: {
    labels: { ...INQUIRY_LABEL, state: '状態' },
    values: {
      duty: DUTY_WORD,
      audience: INQUIRY_AUDIENCE_WORD,
      answerForm: ANSWER_FORM_WORD,
      state: INQUIRY_STATE_WORD,
    },
  },
  'written-meeting': {
    labels: {
      bodyId: WRITTEN_START_LABEL.bodyId,
      documentNumber: WRITTEN_START_LABEL.documentNumber,
      invitation: WRITTEN_START_LABEL.invitation,
      items: WRITTEN_START_LABEL.items,
      documents: WRITTEN_START_LABEL.documents,
      state: '状態',
      dueOn: WRITTEN_START_LABEL.dueOn,
      text: WRITTEN_COURSE_LABEL.item,
      kind: WRITTEN_COURSE_LABEL.kind,
    },
    values: { state: WRITTEN_STATE_WORD, kind: AGENDA_WORD },
  },
  opinion: {
    labels: { ...OPINION_LABEL, ...CONSIDERATION_LABEL, sectionIds: OPINION_LABEL.sections },
    values: { kind: OPINION_KIND_WORD, response: OPINION_RESPONSE_WORD, published: PUBLISHED_STATE_WORD },
  },
  'chapter-text': { labels: { text: CHAPTER_TEXT_LABEL.text } },
  report: { labels: { format: '形式' }, values: { format: FORMAT_WORD } },
  article: {
    labels: { ...ARTICLE_LABEL, withdrawn: '取下げ', proposed: '申し出' },
    values: {
      category: CATEGORY_WORD,
      withdrawn: DONE_OR_NOT,
      proposed: { withdrawal: '取下げ', none: 'なし' },
    },
  },
  newsletter: {
    labels: { parts: ISSUE_LABEL.parts, greeting: ISSUE_LABEL.greeting, state: '状態' },
    values: { parts: PART_WORD, state: ISSUE_STATE_WORD },
  },
  'did-not-meet': { labels: { reason: '理由' } },
  'programme-not-held': { labels: { reason: '理由' } },
};

/** What the facts of such a row are called, in the order in which they are read; a fact that is not here is not shown. */
export const factLabels = (kind: SubjectKind): ReadonlyMap<string, string> =>
  new Map(Object.entries({ ...ANY.labels, ...WORDS[kind]?.labels }));

/** What a value of it is called, where it is one of a few. */
export const factValue = (kind: SubjectKind, fact: string, value: string): string | undefined =>
  WORDS[kind]?.values?.[fact]?.[value] ?? ANY.values?.[fact]?.[value];

export const factText = {
  changed: (label: string, before: string, after: string) => `${label}:${before} → ${after}`,
  kept: (label: string, value: string) => `${label}:${value}`,
  was: (facts: string) => `変更前 ${facts}`,
  yes: 'あり',
  no: 'なし',
  empty: '空欄',
} as const;
