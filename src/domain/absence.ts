/** 欠席・代理出席: a member who was absent and, where somebody came instead, that person's 職名 and 氏名. */
export type Absence = {
  readonly member: string;
  readonly proxy: { readonly title: string; readonly name: string } | null;
};

/** 代理 counts only as a word of its own: 課長代理 is a title. */
const WITH_PROXY = /^(.+?)[\s　(（:：、,]+代理[\s　:：]+(.+?)[)）]?$/u;
const ABSENT = /^(.+?)[\s　(（:：、,]+欠席[)）]?$/u;

const readLine = (line: string): Absence => {
  const [, member, proxy] = WITH_PROXY.exec(line) ?? [];
  if (member !== undefined && proxy !== undefined) {
    const [first = '', ...rest] = proxy.trim().split(/[\s　]+/u);
    return {
      member,
      proxy: rest.length === 0 ? { title: '', name: first } : { title: first, name: rest.join(' ') },
    };
  }
  return { member: ABSENT.exec(line)?.[1] ?? line, proxy: null };
};

/**
 * The lines of 欠席・代理出席: `氏名`, `氏名 欠席`, or `氏名 代理 職名 氏名`, spaces of either width.
 * E.g. `豊中太郎 代理 総務課長 山田花子` is 豊中太郎, for whom 総務課長 山田花子 came.
 */
export const readAbsences = (text: string): readonly Absence[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);

/** One line as people read it and as `readAbsences` reads it back. */
export const printAbsence = ({ member, proxy }: Absence): string => {
  if (proxy === null) return `${member} 欠席`;
  return `${member} 代理 ${proxy.title === '' ? '' : `${proxy.title} `}${proxy.name}`;
};
