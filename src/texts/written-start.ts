import { MOST_FILES, MOST_ITEM_LETTERS, MOST_ITEMS } from '../domain/written-meeting/written-meeting.ts';

export const WRITTEN_START_FORM = '書面開催を始める';

export const WRITTEN_START_LABEL = {
  bodyId: '会議体',
  documentNumber: '文書番号',
  invitation: '案内文',
  items: '案件',
  /** Of the second field on: 案件 go on where one field is too short. */
  moreItems: (place: number) => `案件(続き${place})`,
  documents: '資料',
  file: '資料のファイル',
  keptFiles: '付けてある資料',
  dueOn: '回答期限',
  voters: '回答者',
  votersWithoutSlack: 'Slack未利用の回答者',
} as const;

export const WRITTEN_START_HINT = {
  bodyId: '選ぶと、その会議体の委員が「回答者」に入ります。',
  items: `1行に1件ずつ、${MOST_ITEMS}件まで。1件は${MOST_ITEM_LETTERS.toLocaleString('ja-JP')}字までです。末尾に(審議)(報告)(協議)と書くと種別になります。先頭の番号は不要です。`,
  moreItems: '前の欄の案件に続けて、次の番号になります。',
  documents: '1行に1つずつ、「資料名 URL」の順で入力してください。',
  file: `Excel(xlsx)、Word(docx)、PDFを${MOST_FILES}つまで、それぞれ10MBまで付けられます。`,
  keptFiles: '外すものは、チェックを外してください。',
  dueOn: '明日以降の日を選んでください。この日の24時まで、回答を受け付けます。',
  voters: '委員の方を入れてあります。回答をお願いしない方は外してください。',
  votersChoose: '会議体を選ぶと、委員の方が入ります。',
  votersWithoutSlack: '1行に1人ずつ、委員の氏名を書いてください。回答は事務局が代理入力で記録します。',
} as const;

export const WRITTEN_START_BUTTON = {
  start: '書面開催を始める',
  moreItems: '案件の欄を増やす',
  trial: '自分に試し送信',
  files: '資料を受け取る',
  continue: '続きを書く',
  remove: '下書きを削除',
} as const;

export const WRITTEN_START_HELP = {
  start: '書面開催を始めます',
  sendsAsked: '書面開催の開催案内',
} as const;

export const writtenStartText = {
  invitation:
    '標記の会議を書面により開催いたします。下記の案件をご確認のうえ、回答期限までにご回答くださいますようお願いいたします。',
  savedDraft: '下書きを保存しました。ホームの「書面開催の下書き」から続きを書けます。',
  preparing: '確認の画面を準備しています。',
  confirmCount: (voters: number, receivers: number) =>
    `回答者${voters}名にお願いします。開催案内が届くのは${receivers}名です。`,
  copies: (count: number) => `うち${count}名は、通知も受ける人です。回答のお願いはしません。`,
  away: (count: number) => `うち不在の${count}名には、戻られた日の朝に届きます。`,
  unreachableTitle: 'Slackでご案内できない回答者(別の方法でお知らせし、代理入力で回答を記録してください)',
  unreachable: (title: string, name: string) => `・${title} ${name}`,
  confirmWhen: (when: string) => `送る時:${when}`,
  whenNow: '今すぐ',
  whenMorning: (day: string, time: string) => `${day} ${time}`,
  warnDue: (due: string, next: string) =>
    `回答期限の${due}は閉庁日です。期限はそのままですが、次の開庁日は${next}です。`,
  previewTitle: 'お送りする文面',
  previewButtons: (hasFiles: boolean) => `[回答する]${hasFiles ? ' [資料を受け取る]' : ''}`,
  sent: (voters: number, when: string) => `回答者${voters}名への開催案内を、${when}お送りします。`,
  whenSent: (day: string, time: string) => `${day} ${time}に`,
  sentNow: (voters: number) => `回答者${voters}名への開催案内を、送り始めました。`,
  sentOnPaper: (voters: number) =>
    `回答の受付を始めました。回答者${voters}名に、Slackで開催案内が届く方はいません。別の方法でお知らせし、代理入力で回答を記録してください。`,
  trialSent: '自分に試し送信しました。このボットとのメッセージでご確認ください。',
  draftsTitle: '書面開催の下書き',
  draftLine: (body: string, due: string, when: string) => `${body} 回答期限:${due}(${when}に作成)`,
  others: (count: number) => `ほか${count}件`,
  fileWords: (name: string) => `「${name}」です。`,
  filesSent: (count: number) => `資料${count}件を、このボットとのメッセージにお送りしました。`,
} as const;

/** 開催案内(書面開催), as those read it who are asked. */
export const writtenAskedText = {
  title: '開催案内(書面開催)',
  trialTitle: '開催案内(書面開催)(試し送信)',
  trialNote: '試し送信です。回答のボタンは、実際の送信のときに付きます。',
  items: '案件',
  documents: '資料',
  copy: 'この開催案内は、ご参考にお送りしています。回答は不要です。',
  answer: '回答する',
  change: '回答を変更する',
  answered: '回答済みです。回答期限までは、回答を変更できます。',
  answeredSome: '回答をお願いしている案件があります。お手数ですが、改めて回答をお願いします。',
  closed: '回答の受付を終了しました。',
  cancelled: 'この書面開催は中止しました。',
  reason: (reason: string) => `理由:${reason}`,
  announced: '結果をお知らせしました。',
  recordCancelled: 'この会議の記録を取り消しました。',
} as const;
