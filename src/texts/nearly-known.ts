/** What is said of new names that are nearly those of people of the record. */
export const nearlyKnownText = {
  title: (count: number) => `氏名の似た方が記録にいる、新しい方 ${count}名`,
  line: (line: number, name: string, near: readonly string[]) =>
    `・${line}行目 ${name}(記録の ${near.join('、')} と似ています)`,
  person: (name: string, places: readonly string[]) =>
    places.length === 0 ? name : `${name}(${places.join('、')})`,
  onLine: (line: number) => `${line}行目`,
  unknownTitle: (count: number) => `記録にない氏名 ${count}名`,
  unknown: (line: number | null, name: string, near: readonly string[]) =>
    `・${line === null ? '' : `${line}行目 `}${name}${near.length === 0 ? '' : `(似た氏名の方:${near.join('、')})`}`,
  others: (count: number) => `ほか${count}名`,
  hint: '同じ方のときは、ファイルの氏名を記録の氏名に合わせて、もう一度選んでください。別の方のときは、このまま取り込めます。',
} as const;
