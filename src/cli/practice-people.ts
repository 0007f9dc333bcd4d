import type { SandboxOptions } from '../sandbox/sandbox-options.ts';

/** The practice workspace's own id: its record stays apart from a real workspace's. */
export const PRACTICE_TEAM = { id: 'T0PRACTICE', name: '練習用ワークスペース', domain: 'practice' } as const;

/** Its secretariat, where nobody else is named. */
export const PRACTICE_SECRETARY = 'U0JIMU1';
export const PRACTICE_SECRETARY_NAME = '緑川 みどり';

/** Members of 協働推進本部会議 who have an account. */
const MEMBERS = [
  {
    id: 'U0FUKUSHICHO1',
    name: '氷室 まさる',
    title: '副市長(協働推進本部会議 委員長)',
    email: 'himuro@city.example',
  },
  {
    id: 'U0SOMUBUCHO1',
    name: '雪野 こはる',
    title: '総務部長(協働推進本部会議 委員)',
    email: 'yukino@city.example',
  },
  {
    id: 'U0FUKUSHIBUCHO1',
    name: '波多野 うみ',
    title: '福祉部長(協働推進本部会議 委員)',
    email: 'hatano@city.example',
  },
] as const;

/** The same as the record is told of their accounts. */
export const PRACTICE_MEMBERS: readonly {
  readonly name: string;
  readonly email: string;
  readonly slackId: string;
}[] = MEMBERS.map(({ id, name, email }) => ({ name, email, slackId: id }));

/** The people one can be on the practice page. All names are made up. */
export const PRACTICE_PEOPLE: NonNullable<SandboxOptions['people']> = [
  {
    id: PRACTICE_SECRETARY,
    real_name: PRACTICE_SECRETARY_NAME,
    title: '事務局(コミュニティ政策課)',
    email: 'midorikawa@city.example',
  },
  ...MEMBERS.map(({ id, name, email, title }) => ({ id, real_name: name, title, email })),
  { id: 'U0FUKUSHI1', real_name: '青空 そら', title: '協働推進員(福祉課)', email: 'aozora@city.example' },
  {
    id: 'U0KYOIKU1',
    real_name: '花園 さくら',
    title: '協働推進員(主任)(教育総務課)',
    email: 'hanazono@city.example',
  },
  {
    id: 'U0KOUEN1',
    real_name: '山道 あゆむ',
    title: '協働推進員(公園みどり課)',
    email: 'yamamichi@city.example',
  },
  { id: 'U0KAIKEI1', real_name: '星野 ひかり', title: '職員(会計課)', email: 'hoshino@city.example' },
  {
    id: 'U0GUEST1',
    real_name: '客野 ゲスト',
    title: 'ゲスト(市民団体)',
    email: 'kyakuno@npo.example',
    is_restricted: true,
  },
];

/** Its channels; everyone is in them. */
export const PRACTICE_CHANNELS: NonNullable<SandboxOptions['channels']> = [
  { id: 'C0KYODO', name: '協働推進' },
  { id: 'C0UNYOLOG', name: '運用ログ' },
];
