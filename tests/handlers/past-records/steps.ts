import { expect } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import type { Practice } from '../../support/practice.ts';
import { answerTo, rowsOf } from '../steps.ts';

/** Steps of 過去の記録を取り込む, and what comes of them. */

export const openForm = async (practice: Practice): Promise<Form> => {
  const { secretary } = practice;
  return (
    await secretary.press('過去の記録を取り込む', { in: await answerTo(secretary, '/kyodo') })
  ).opened();
};

/** Chooses a file and submits; what stands in red, or the view on top. */
export const choose = async (practice: Practice, kind: string, content: Uint8Array | string) => {
  const form = await openForm(practice);
  await form.fill({ 種類: kind, ファイル: { name: 'kiroku.csv', content } });
  expect(form.submitText).toBe('内容を確認する');
  const { errors, form: shown } = await form.submit();
  return { errors, shown };
};

export const previewOf = async (
  practice: Practice,
  kind: string,
  content: Uint8Array | string,
): Promise<Form> => {
  const { errors, shown } = await choose(practice, kind, content);
  if (shown === undefined) throw new Error(JSON.stringify(errors));
  return shown;
};

/** Chooses a file and imports it; what is said then. */
export const importing = async (
  practice: Practice,
  kind: string,
  content: Uint8Array | string,
): Promise<string | undefined> => {
  const done = (await (await previewOf(practice, kind, content)).submit()).form;
  const said = done?.text;
  await done?.close({ all: true });
  return said;
};

export const meetings = (practice: Practice) =>
  rowsOf(
    practice,
    `select b.name as body, m.held_on::text, m.place, m.confirmed_at is not null as confirmed
     from meeting m join body_year b on b.body_id = m.body_id and b.fiscal_year = 2023 order by m.held_on`,
  );
export const trainings = (practice: Practice) =>
  rowsOf(practice, 'select other_name as name, head_count from training_session order by other_name');
export const attendances = (practice: Practice) =>
  rowsOf(
    practice,
    `select p.name, a.state, a.note from attendance a join person p on p.id = a.person_id order by p.name`,
  );

/** Everything an import could write. */
const TABLES = ['person', 'meeting', 'training_session', 'attendance', 'audit_line', 'delivery'];
export const everything = async (practice: Practice): Promise<readonly unknown[]> =>
  Promise.all(TABLES.map((table) => rowsOf(practice, `select t::text as row from ${table} t order by 1`)));

export const MEETINGS = [
  '会議体,開催方法,開催日,場所,案件',
  '協働推進本部会議,書面開催,令和5年8月10日まで,,①年間スケジュールについて(審議)',
  '協働推進本部会議,対面,令和5年12月8日,市役所,髙﨑の件(報告)',
].join('\r\n');
export const TRAINING = '研修,その他の研修名,実施方法,開催日,参加者数\nその他,昔の研修,集合,令和5年9月1日,3';
export const ATTENDANCE = [
  '研修,開催日,氏名,メール,出欠,備考',
  '昔の研修,令和5年9月1日,昔野 太郎,mukashi@city.example,出席,',
  '昔の研修,令和5年9月1日,昔野 花子,,一部出席,午後のみ',
].join('\n');

export const done = (added: number, known: number) =>
  `取り込みました\n${added}件を取り込みました。すでに記録されていた${known}件は、そのままです。`;
export const would = (added: number, known: number) =>
  `${added}件を取り込みます。すでに記録されている${known}件は、そのままにします。(確認だけで、取り込んではいません)`;
