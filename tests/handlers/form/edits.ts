import { type City, PERSON, type Who } from '../permission/city.ts';
import { ONE } from '../permission/kinds.ts';
import { newest, one } from './kinds.ts';

/** The forms in which a record is edited, and what two people enter in each. */

type Values = Readonly<Record<string, unknown>>;

/** A form that changes what it was opened with. */
export type Edit = {
  /** The button that opens it, and what that carries. */
  readonly by: string;
  readonly value: (city: City) => string | Promise<string>;
  /** What the first and the second enter, where it can be in fields of their own. */
  readonly first: Values;
  readonly second: Values;
  readonly who?: readonly [Who, Who];
  /** Its title and the words it is submitted by, where it is not 「…を編集」 and 「変更を保存する」. */
  readonly called?: readonly [string, string];
};

const MEMBER = '44444444-4444-4444-8444-444444444444';
const meeting = (city: City) => newest(city, 'meeting');
const training = (city: City) => newest(city, 'training_session');
const target = ({ inquiry, welfareSection }: City) => `${inquiry}:${welfareSection}:promoter`;
const reason = '理由';
const choice = (value: string) => ({ selected_option: { text: { type: 'plain_text', text: value }, value } });

/** Every one of them, by its id. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'meeting.edit': {
    by: 'meeting.edit',
    value: meeting,
    first: { place: '講堂' },
    second: { items: '別の案件' },
  },
  'written-record.edit': {
    by: 'meeting.edit',
    value: (city) => city.announcedRecord,
    first: { note: '書面により開催' },
    second: { note: '文書により開催' },
  },
  'meeting.contents': {
    called: ['会議の内容を記録', '記録する'],
    by: 'meeting.contents',
    value: meeting,
    first: { time: '10時' },
    second: { decisions: '決定' },
  },
  'action-item.edit': {
    by: 'action-item.edit',
    value: (city) => one(city, 'select id as it from action_item limit 1'),
    first: { text: '一人目の内容' },
    second: { dueOn: '2027-01-15' },
  },
  'training.edit': {
    by: 'training.edit',
    value: training,
    first: { place: '講堂' },
    second: { note: '備考' },
  },
  'training.contents': {
    called: ['研修の内容を記録', '記録する'],
    by: 'training.contents',
    value: training,
    first: { lecturer: '講師' },
    second: { content: '内容' },
  },
  'promoter.change': {
    by: 'promoter.change',
    value: ({ appointment }) => appointment,
    first: { endsOn: '2027-03-30', reason },
    second: { startsOn: '2026-04-02', reason },
  },
  'body.register': {
    by: 'body.change',
    value: ({ headquarters }) => headquarters,
    first: { name: '一人目の会議' },
    second: { position: '77' },
  },
  'body-rules.set': {
    called: ['会議体の決まり', '変更を保存する'],
    by: 'body-rules.open',
    value: ({ headquarters }) => headquarters,
    first: { proxy: choice('allowed') },
    second: { quorum: choice('majority') },
  },
  'body-member.register': {
    by: 'body-member.change',
    value: () => MEMBER,
    first: { title: '一人目の職' },
    second: { position: '77' },
  },
  'programme.register': {
    by: 'programme.change',
    value: ({ programme }) => programme,
    first: { name: '一人目の研修' },
    second: { position: '77' },
  },
  'department.change': {
    by: 'department.change',
    value: ({ welfare }) => welfare,
    first: { department: '一人目の部' },
    second: { position: '77' },
  },
  'section.change': {
    by: 'section.change',
    value: ({ welfareSection }) => welfareSection,
    first: { section: '一人目の課' },
    second: { position: '77' },
  },
  'settings.save': {
    called: ['設定', '保存する'],
    by: 'settings.open',
    value: () => 'new',
    first: { contact: '一人目の課', secretariat: [PERSON.secretary, PERSON.staff] },
    second: { contact: '二人目の課', secretariat: [PERSON.secretary, PERSON.staff] },
  },
  'inquiry.save': {
    called: ['照会を作成', '送信する'],
    by: 'inquiry.continue',
    value: () => ONE,
    first: { title: '一人目の題', sending: choice('draft') },
    second: { content: '二人目の内容', sending: choice('draft') },
  },
  'inquiry.amend': {
    by: 'inquiry.amend',
    value: ({ inquiry }) => inquiry,
    first: { title: '一人目の題' },
    second: { content: '二人目の内容' },
  },
  'inquiry.extend': {
    called: ['回答期限を変更', '変更を保存する'],
    by: 'inquiry.extend',
    value: ({ inquiry }) => inquiry,
    first: { dueOn: '2026-12-15', reason },
    second: { dueOn: '2026-12-16', reason },
  },
  'written-start.save': {
    called: ['書面開催を始める', '送信する'],
    by: 'written-start.continue',
    value: () => '66666666-6666-4666-8666-666666666666',
    first: { documentNumber: '一人目の番号', sending: choice('draft') },
    second: { invitation: '二人目の案内文', sending: choice('draft') },
  },
  'written-meeting.extend': {
    called: ['回答期限を変更', '変更を保存する'],
    by: 'written-meeting.extend',
    value: ({ writtenMeeting }) => writtenMeeting,
    first: { dueOn: '2026-12-15', reason },
    second: { dueOn: '2026-12-16', reason },
  },
  'written-meeting.amend': {
    called: ['案件を訂正', '訂正する'],
    by: 'written-meeting.amend',
    value: ({ writtenMeeting }) => writtenMeeting,
    first: { item: choice('1'), text: '一人目の案件', reason },
    second: { item: choice('2'), text: '二人目の案件', reason },
  },
  'inquiry-delegate.name': {
    called: ['担当を決める', '登録する'],
    by: 'inquiry-delegate.name',
    value: target,
    first: { delegate: PERSON.staff },
    second: { delegate: PERSON.promoter },
    who: ['secretary', 'chief'],
  },
  'article.save': {
    by: 'article.change',
    value: ({ article }) => article,
    first: { title: '一人目の見出し' },
    second: { body: '二人目の本文' },
  },
  'issue.save': {
    called: ['号を編集・発行', '発行する'],
    by: 'issue.open',
    value: ({ draft }) => draft,
    first: { greeting: '一人目のあいさつ', publishing: choice('draft'), channels: ['C0GENERAL'] },
    second: { number: '第12号', publishing: choice('draft'), channels: ['C0GENERAL'] },
  },
  'opinion.edit': {
    by: 'opinion.edit',
    value: ({ opinion }) => opinion,
    first: { item: '一人目の項目' },
    second: { words: '二人目の意見' },
  },
  'monthly-day.save': {
    called: ['毎月の発行日', '保存する'],
    by: 'monthly-day.open',
    value: () => 'new',
    first: { day: '20' },
    second: { day: '21' },
  },
};
