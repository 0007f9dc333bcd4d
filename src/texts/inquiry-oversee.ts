export const OVERSEE_FORM = {
  return: '回答を差し戻す',
  department: '部局の状況',
  delegate: '担当の変更を依頼',
  name: '担当を決める',
} as const;

export const RETURN_LABEL = { reason: '理由' } as const;
export const DELEGATE_LABEL = { candidate: '候補の職員', word: 'ひとこと' } as const;
export const NAME_LABEL = { delegate: '担当の職員' } as const;

const NO_PRIVATE_MATTERS = '病気や家庭の事情など、個人の事情は書かないでください。';

export const OVERSEE_HINT = {
  reason: `回答した方に、この理由をお伝えします。${NO_PRIVATE_MATTERS}`,
  word: NO_PRIVATE_MATTERS,
  delegate: 'この照会だけの担当です。名簿の協働推進員は変わりません。',
} as const;

export const OVERSEE_BUTTON = {
  department: '部局の状況',
  show: '回答を見る',
  return: '差し戻す',
  onBehalf: '代理入力',
  name: '担当を決める',
  takeBackDelegate: '担当を元に戻す',
  collect: 'とりまとめ完了',
  takeBackCollected: '取り消す',
  copy: '文面をコピー',
  refresh: '最新の状態を表示',
} as const;

export const OVERSEE_HELP = {
  sendsReturned: '回答の差戻し',
  sendsDelegate: '担当の変更の依頼',
} as const;

/** What the 主任 and the secretariat read of a department's answers. */
export const overseeText = {
  progress: (answered: number, asked: number) => `回答${answered}/${asked}`,
  numbers: (unanswered: number, returned: number, late: number) =>
    `未回答${unanswered}件(うち差戻し${returned}件)、期限後${late}件`,
  open: '未回答',
  returned: (reason: string, day: string) => `差戻し(理由:${reason}、期限:${day})`,
  answered: (when: string, what: string) => `回答済み ${when} ${what}`,
  late: '【期限後】',
  nobody: '未選任',
  unreachable: (names: string) => `${names}(Slackでお知らせできません)`,
  away: '(本日不在)',
  delegate: (names: string) => `${names}(この照会の担当)`,
  /** A 主任 is asked as such beside the section's promoter. */
  section: (section: string, role: string) => `${section} ${role}`,
  separator: '、',
  collectBy: (day: string) => `部局のとりまとめ期限:${day}`,
  collected: (when: string) => `${when}に「とりまとめ完了」を押していただきました。`,
  collectedByYou: (when: string) => `とりまとめ完了にしました。(${when})`,
  collecting: (unanswered: number, asked: number) =>
    unanswered === 0
      ? `回答は${asked}件すべてそろっています。とりまとめ完了にします。`
      : `未回答${unanswered}件(${asked}件中)のまま、とりまとめ完了にします。`,
  collectingTells:
    '事務局の「照会の状況」に、とりまとめ完了と表示されます。締切りまでは、回答や差戻しを続けられ、とりまとめ完了を取り消せます。',
  collectDone: 'とりまとめ完了にしました。',
  home: '部局の照会',
  homeLine: (department: string, title: string) => `${department}:${title}`,
  homeCount: (unanswered: number, asked: number) => `未回答 ${unanswered}件(${asked}件中)`,
  homeOthers: (count: number) => `ほか${count}件`,
  returnLead: (department: string, section: string, title: string) =>
    `${title}:${department} ${section}の回答を差し戻します。もう一度回答をお願いします。`,
  returnDone: (department: string, section: string, day: string) =>
    `${department} ${section}の回答を差し戻しました。新しい期限は${day}です。担当の方にお知らせします。`,
  returnedTitle: '回答の差戻し',
  returnedLead: 'お手数ですが、もう一度ご回答ください。',
  returnedDone: 'この差戻しについて、お願いすることはありません。',
  delegateLead: (title: string, department: string, section: string) =>
    `${title}:${department} ${section}の担当の変更を、部局の協働推進員(主任)か事務局に依頼します。担当が決まるまでは、引き続きあなたが担当です。`,
  delegateDone: '担当の変更を依頼しました。担当が決まるまでは、引き続きご担当ください。',
  delegateAskedTitle: '担当の変更の依頼',
  delegateAsked: (title: string, department: string, section: string) =>
    `${title}:${department} ${section}の担当の変更を頼まれています。`,
  /** `who` is a mention. */
  asker: (who: string) => `依頼した方:${who}`,
  candidate: (who: string) => `候補の職員:${who}`,
  word: (word: string) => `ひとこと:${word}`,
  delegateSettled: (title: string, department: string, section: string) =>
    `${title}:${department} ${section}の担当の件は済みました。`,
  nowWith: (names: string) => `今の担当:${names}`,
  nameLead: (title: string, department: string, section: string) =>
    `${title}:${department} ${section}の担当を決めます。`,
  nameDone: (name: string, isToldNow: boolean) =>
    `担当を${name}さんに決めました。${isToldNow ? 'ご本人にお知らせしました。' : '次の開庁日の朝に、ご本人にお知らせします。'}`,
  takenBack: (department: string, section: string) =>
    `${department} ${section}の担当を元に戻しました。課・室等の協働推進員が担当です。`,
  contact: (contact: string) => `問合せ:${contact}`,
} as const;
