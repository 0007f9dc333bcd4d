import type { MemberOffice } from '../domain/body/member.ts';
import { NO_PRIVATE_MATTERS } from './occasion.ts';

export const BODY_MEMBER_FORM = { register: '委員を登録', edit: '委員を編集' } as const;

export const BODY_MEMBER_LABEL = {
  bodyId: '会議体',
  user: '委員',
  name: '氏名',
  email: 'メール',
  title: '職名',
  office: '役',
  position: '並び順',
  copiedTo: '通知も受ける人',
  proxies: '代理入力できる人',
  startsOn: '任期開始日',
  endsOn: '任期終了日',
} as const;

export const BODY_MEMBER_HINT = {
  user: 'Slackを使っていない方は選ばずに、下の氏名とメールを入力してください。',
  title: '例:副市長、市民協働部長',
  position: '小さい順(建制順)に並びます。空欄なら最後になります。',
  copiedTo: '委員への通知を一緒に受ける方として記録します。',
  proxies: '委員に代わって回答を入力できます。',
  endsOn: '空欄なら、変更するまで続きます。',
  removal: `理由は変更の記録に残ります。${NO_PRIVATE_MATTERS}`,
} as const;

export const OFFICE_WORD: Readonly<Record<MemberOffice, string>> = {
  chair: '委員長',
  viceChair: '副委員長',
  member: '委員',
  leadSecretary: '幹事長',
  secretary: '幹事',
};

export const BODY_MEMBER_BUTTON = { change: '変更', remove: '外す' } as const;

export const bodyMemberText = {
  listTitle: '委員',
  listLead: '会議体ごとに、並び順で表示しています。',
  listHint: '退任した方は「変更」で任期終了日を入力してください。「外す」は、誤って登録したときに使います。',
  removing: 'この方を委員の一覧から外します。',
  listed: (before: number, after: number) =>
    `この会議体の委員の登録は、${before}件から${after}件になります。`,
  none: 'まだ登録がありません。',
  from: (day: string) => `任期:${day}から`,
  fromTo: (first: string, last: string) => `任期:${first}から${last}まで`,
  coming: '【任期前】',
  over: '【任期終了】',
  withoutSlack: 'Slack未利用',
  accountEnded: 'Slackのアカウントが停止されています',
  aides: (copied: number, proxies: number) =>
    [
      ...(copied === 0 ? [] : [`通知も受ける人${copied}名`]),
      ...(proxies === 0 ? [] : [`代理入力できる人${proxies}名`]),
    ].join('・'),
  /** `office` is the 役, as 委員長. */
  registered: (name: string, bodyName: string, office: string) =>
    `${name}さんを「${bodyName}」の${office}として登録しました。`,
} as const;
