/** アカウントの確認 on the secretariat's Home tab. */
export const accountClaimsText = {
  title: 'どちらのアカウントか、確かめていただきたい方',
  /** `claimant` and `now` are mentions. */
  otherAccount: (name: string, email: string, claimant: string, now: string) =>
    `${name}さんは ${now} につながっています。記録のメール ${email} は ${claimant} のものです。`,
  otherRow: (name: string, email: string, claimant: string, holder: string) =>
    `${name}さんの記録のメール ${email} は ${claimant} のものです。${claimant} は、記録ではもう1人の「${holder}」さんにつながっています。`,
  note: '「このアカウントにつなぐ」を押すと、メールのアカウントにつなぎます。これまでつながっていたほうは外れます。',
  more: (count: number) => `ほかに${count}名います。上の方から順に選んでください。`,
} as const;

export const ACCOUNT_CLAIM_BUTTON = { take: 'このアカウントにつなぐ', leave: 'このままにする' } as const;
