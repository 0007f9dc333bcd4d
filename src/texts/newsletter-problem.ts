/** What stands in the way of an article or an issue, and what to do. */
export const newsletterProblemText = {
  photoTooLarge: (megabytes: number) => `写真は${megabytes}MBまでのファイルを選んでください。`,
  photoNotTaken: '写真を読み込めませんでした。お手数ですが、もう一度選んでください。',
  photoUnreadable:
    '写真を読み取れませんでした。もう一度選んでください。何度か試しても同じときは、事務局にご相談ください。',
  photoWrongType: '写真は、PNGかJPEGのファイルを選んでください。',
  photoBroken:
    'この写真を開けませんでした。壊れているか、途中までしかない可能性があります。お手元で開けるかを確かめて、もう一度選んでください。',
  photoTooManyPixels: (most: number) =>
    `写真が大きすぎます。縦と横の画素数を掛けて${most / 10_000}万画素までに縮小してください。`,
  photoTextNeeded: '写真を付けるときは、写真の説明を入力してください。',
  photoConsentNeeded: '写真を付けるときは、写っている人の了承を得てから、ここにチェックを入れてください。',
  sourceNotPublic:
    'この投稿からは記事を作れません。ボットが参加している公開チャンネルの投稿を選んでください。先にそのチャンネルで /invite @協DOボット を実行してください。',
  sourceGone: '元の投稿が見つかりませんでした。削除されたか、職員の投稿ではない可能性があります。',
  numberUnreadable: '号を読み取れませんでした。例:令和8年度第3号',
  numberTaken: 'この号は、すでにあります。別の番号を入力してください。',
  articlesNotOffered:
    '取り下げられたか、承諾を待っているか、ほかの号に入っている記事が含まれています。選び直してください。',
  channelsWithoutBot: (names: readonly string[]) =>
    `ボットが参加していないチャンネルがあります(${names.map((name) => `#${name}`).join('、')})。先にそのチャンネルで /invite @協DOボット を実行してください。`,
  publishAtNeeded: '発行日時を選んでください。',
  publishAtPassed: '発行日時は、今より後を選んでください。',
  publishAtTooFar: '発行日時は、400日以内を選んでください。',
} as const;
