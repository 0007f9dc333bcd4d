/** 戻した記録 on the secretariat's Home tab, and the choice that it asks for. */
export const heldMessagesText = {
  title: '戻した記録',
  lead: (asOf: string, restoredAt: string, count: number) =>
    `この記録は、${asOf}に書き出したものを、${restoredAt}に戻したものです。\nまだ何も送っていません。保留にしているメッセージは${count}件です。`,
  rests:
    '送るか送らないかを選ぶまで、毎朝のお知らせなどの決まった仕事は休みます。届いているメッセージの書き直しも待っています。会議の記録や回答などは、いつものように使えます。',
  /** `to` is a mention. */
  recipient: (to: string, count: number) => `・${to} ${count}件`,
  more: (count: number) => `ほか${count}か所`,
  sendLead: (count: number) =>
    `保留にしている${count}件を、今の記録に合わせて送ります。今では要らないものは送りません。書き出したあとに届いていたものは、もう一度は送りません。`,
  sendJobs:
    '休んでいた決まった仕事も、今日の分から行います。今朝のお知らせやきょうどう通信を、書き出したあとにもう送っていたときは、2度届くことがあります。',
  dropLead: (count: number) =>
    `保留にしている${count}件は、送らないままにします。あとから送ることはできません。`,
  dropJobs:
    '決まった仕事は、この次の分から行います。今日の朝のお知らせは送りません。発行の時刻を過ぎたきょうどう通信は、発行するかを選べるように残します。',
  updates: 'すでに届いているメッセージは、どちらを選んでも、今の記録に合わせて書き直します。',
  settled: '戻した記録について、選ぶことはもうありません。',
  sent: (count: number) => `${count}件を送り始めました。決まった仕事も始まります。`,
  dropped: (count: number) =>
    `${count}件を送らないことにしました。決まった仕事は、この次の分から始まります。`,
  /** To those at the command line, who can't choose. */
  waits: (asOf: string) =>
    `この記録は、${asOf}に書き出したものを戻したものです。事務局の人がホームの「戻した記録」で、送るか送らないかを選ぶまで、決まった仕事は休み、ボットからは何も送りません。`,
} as const;

export const HELD_BUTTON = { send: '送る', drop: '送らない' } as const;
