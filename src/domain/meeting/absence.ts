/** 欠席・代理出席: a member who was absent and, where somebody came instead, that person's 職名 and 氏名. */
export type Absence = {
  readonly member: string;
  /** Both are empty where only 代理 was written. */
  readonly proxy: { readonly title: string; readonly name: string } | null;
};

/** 代理 and 欠席 count only as words of their own: 課長代理 is a title. */
const GAP = '[\\s　:：、,]';
const MEMBER = '(.*?[^\\s　:：、,])';
const WITH_PROXY = new RegExp(`^${MEMBER}${GAP}+代理(?:出席)?(?:${GAP}+(.*))?$`, 'su');
const ABSENT = new RegExp(`^${MEMBER}${GAP}+欠席$`, 'su');
const IN_PARENTHESES = new RegExp(`^(.+?)${GAP}*[(（](欠席|代理(?:出席)?(?:${GAP}.*)?)[)）]$`, 'su');
const LAST_GAP = new RegExp(`${GAP}+$`, 'su');

const readProxy = (typed: string): NonNullable<Absence['proxy']> => {
  const [first = '', ...rest] = typed.split(/[\s　]+/u);
  return rest.length === 0 ? { title: '', name: first } : { title: first, name: rest.join(' ') };
};

const readLine = (typed: string): readonly Absence[] => {
  const line = typed.trim().replace(LAST_GAP, '').replace(IN_PARENTHESES, '$1 $2').replace(LAST_GAP, '');
  if (line === '') return [];
  const [, member, proxy = ''] = WITH_PROXY.exec(line) ?? [];
  if (member !== undefined) return [{ member, proxy: readProxy(proxy) }];
  return [{ member: ABSENT.exec(line)?.[1] ?? line, proxy: null }];
};

/**
 * The lines of 欠席・代理出席: `氏名`, `氏名 欠席`, `氏名 代理 職名 氏名` or `氏名(代理 職名 氏名)`, spaces of either width; 代理出席 is
 * read as 代理. E.g. `豊中太郎 代理 総務課長 山田花子` is 豊中太郎, for whom 総務課長 山田花子 came.
 */
export const readAbsences = (text: string): readonly Absence[] => text.split(/\r\n|\r|\n/u).flatMap(readLine);

const partsOf = ({ member, proxy }: Absence): readonly string[] =>
  proxy === null ? [member, '欠席'] : [member, '代理', proxy.title, proxy.name];

const fullLine = (absence: Absence): string =>
  partsOf(absence)
    .filter((part) => part !== '')
    .join(' ');

/** 欠席 may go where the name alone says the same. */
const shortLine = (absence: Absence): string => {
  const [alone] = readAbsences(absence.member);
  const says = absence.proxy === null && alone?.proxy === null && alone.member === absence.member;
  return says ? absence.member : fullLine(absence);
};

/**
 * The text that `readAbsences` reads back as the same absences. Where the whole would be longer than `most` characters,
 * 欠席 is left out, so that it is no longer than what was once typed.
 */
export const absenceText = (absences: readonly Absence[], most: number): string => {
  const full = absences.map(fullLine).join('\n');
  return full.length <= most ? full : absences.map(shortLine).join('\n');
};
