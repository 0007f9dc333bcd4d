import type { BadLetter, BadLetterKind } from '../domain/bad-letters.ts';
import type { NoDataKind } from '../domain/no-data.ts';

const LETTER: Readonly<Record<BadLetterKind, (where: string, code: string) => string>> = {
  lost: (where, code) => `${where}の文字が失われています(${code})。もとの文字を入力してください。`,
  private: (where, code) =>
    `${where}に外字(${code})があります。ほかのパソコンでは表示できないため、ふつうの漢字かかなで入力してください。`,
  half: (where, code) =>
    `${where}に、絵文字などの文字の半分だけが残っています(${code})。消して入力し直してください。`,
  control: (where, code) =>
    `${where}に、目に見えない制御文字(${code})があります。消して入力し直してください。`,
  direction: (where, code) =>
    `${where}に、文字の向きを変える見えない文字(${code})があります。消して入力し直してください。`,
};

/** Which letter can't be kept, where it stands, and what to do. */
export const badLetterText = ({ kind, code, before, line }: BadLetter): string => {
  const start = line === 1 ? '先頭' : `${line}行目の先頭`;
  return LETTER[kind](before === '' ? start : `「${before}」の後`, code);
};

/** What a field holds that says nothing, and what to do. */
export const NO_DATA_TEXT: Readonly<Record<NoDataKind, string>> = {
  'error-value': 'Excelのエラー値(#N/A、####など)です。Excelで直し、正しい内容を入力してください。',
  ditto: '「〃」や「同上」は読み取れません。上の行と同じ内容を入力してください。',
  'blank-mark':
    '「0」や「-」だけが入っています。何もないときは空欄にし、必要な欄には内容を入力してください。',
  number: '数だけが入っています。名称を入力してください。',
  placeholder: '「未定」や「欠員」などは登録できません。決まってから入力してください。',
  'lost-letter': '「?」や「〓」は、保存のときに失われた文字です。もとの文字を入力してください。',
};
