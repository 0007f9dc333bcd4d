const number = (count: number): string => count.toLocaleString('ja-JP');

/** The command `restore` with a folder that `export` wrote. */
export const restoreText = {
  description:
    '書き出した記録を、記録のないワークスペースに戻します。バックアップのファイルは、空の DATA_DIR に戻します',
  from: 'export で書き出したフォルダーか、backup で作ったファイル',
  optionsOfFolder: '--dry-run と --workspace は、export で書き出したフォルダーを戻すときだけ使えます。',
  dryRun: '書き出しを戻せるかを最後まで確かめ、何も書き込まない',
  restored: (id: string, asOf: string) => `${id} の、${asOf}の記録を戻しました。`,
  wouldRestore: (id: string, asOf: string) => `${id} の、${asOf}の記録を戻せます。何も書き込んでいません。`,
  counted: (rows: number, files: number) => `  記録 ${number(rows)}件、添付のファイル ${number(files)}個`,
  held: (count: number) => `  保留にするお知らせ ${number(count)}件`,
  nextStep:
    'まだ何も送りません。ボットを起動し、事務局の人がホームの「戻した記録」で、送るか送らないかを選んでください。選ぶまで、毎朝のお知らせなどの決まった仕事も休みます。',
  nothing: '何も書き込んでいません。',
  'no-export': (folder: string) =>
    `「${folder}」は、export で書き出したフォルダーではありません(manifest.json がありません)。`,
  'newer-form': 'この版より新しい版のボットで書き出したものです。新しい版で戻してください。',
  damaged: (file: string) =>
    `「${file}」が、書き出したときと違います。別に控えたものがあれば、それを使ってください。`,
  'missing-file': (file: string) => `「${file}」がありません。フォルダーをまるごと写し直してください。`,
  'extra-file': (file: string) =>
    `書き出したものではないファイル「${file}」があります。除いてから、もう一度実行してください。`,
  'other-workspace': (id: string, meant: string) =>
    `この書き出しは ${id} のもので、戻そうとしているのは ${meant} です。書き出しは、元のワークスペースにだけ戻せます。`,
  'bot-at-work': (id: string) => `${id} のボットが動いています。止めてから、もう一度実行してください。`,
  'not-empty': (id: string, rows: number) =>
    `${id} にはすでに記録があります(${number(rows)}件)。置き換えるときは、今の記録を export で書き出し、「npm run kyodo -- workspace remove ${id} --yes」で消してから戻してください。`,
  unreadable: (file: string, reason: string) => `「${file}」の中身を記録に入れられません(${reason})。`,
} as const;
