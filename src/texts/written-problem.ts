/** What stands in the way, and what to do. */
export const writtenProblemText = {
  tooManyFiles: (most: number) => `資料のファイルは、付けてあるものと合わせて${most}つまでです。`,
  tooManyItems: (count: number, most: number) =>
    `案件は${most}件までです(入力:${count}件)。分けて開催してください。`,
  itemTooLong: (position: number | undefined, letters: number, most: number) =>
    `${position === undefined ? '' : `${position}件めの案件が長すぎます。`}1件${most.toLocaleString('ja-JP')}字までです(入力:${letters.toLocaleString('ja-JP')}字)。詳しい内容は資料にしてください。`,
  noAddress: (line: string) => `「${line}」にURLがありません。1行に「資料名 URL」の順で入力してください。`,
  begunAlready:
    'この予定の書面開催は、すでに始まっています。今の状態は、ホームの「書面開催の状況」でご確認ください。',
  draftedAlready:
    'この予定から始めた書面開催の下書きが、すでにあります。ホームの「書面開催の下書き」から続けてください。',
  noVoters: '回答者を1人以上選んでください。',
  notMembers: (names: string) =>
    `${names}は、この会議体の委員として登録されていません。委員を登録してから、もう一度お試しください。`,
  notMembersChosen: (count: number) =>
    `選んだうち${count}人は、この会議体の委員として登録されていません。委員を登録してから、もう一度お試しください。`,
  notAllAnswered: (count: number) =>
    `まだ回答していない方が${count}人います。全員の回答がそろうか、回答期限を過ぎると、受付を終了できます。`,
  unknownItem: 'この案件はありません。もう一度選んでください。',
  severalItems: '案件は1件だけ入力してください。',
  sameItem: '内容が変わっていません。訂正後の案件を入力してください。',
  opinionNeeded: '意見を入力してください。',
  opinionNotChosen: '意見があるときは、「意見あり」か「異議あり」を選んでください。',
  receivedBeforeAsked: (askedOn: string) => `回答をお願いした日(${askedOn})からあとの日を選んでください。`,
  answeredMeanwhile:
    'この画面を開いたあとに、別の回答がありました。閉じてから開き直し、回答をご確認ください。',
  announced: '結果を通知したため、回答を受け付けていません。',
  answersEnded: '回答の受付を終了しました。',
  cancelled: 'この書面開催は中止されました。',
  recordStands: (printed: string) =>
    `会議体・開催日・案件が同じ会議(${printed})が、すでに記録されています。その記録を取り消してから、もう一度「結果を通知する」を押してください。`,
  askedInWriting: '書面開催で回答を受けた会議のため、会議体、日付、案件は変えられません。',
  stillOpen: 'まだ回答を受け付けています。回答期限を過ぎるか、受付を終了すると、結果をまとめられます。',
  basisChanged:
    'この画面を開いたあとに、回答または会議体の決まりが変わりました。まだだれにも通知していません。集計と通知文をお確かめのうえ、もう一度保存してください。',
  resultAnnounced: 'この書面開催の結果は、すでに通知されています。',
  sent: 'この書面開催は、すでに送信しました。今の状態は、ホームの「書面開催の状況」でご確認ください。',
  closed: '回答の受付を終了しているため、変更できません。先に再開してください。',
} as const;
