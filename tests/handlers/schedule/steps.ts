import type { Form } from '../../../src/sandbox/driver/form.ts';
import type { Practice } from '../../support/practice.ts';
import { recordByForm } from '../steps.ts';
import { recordTraining } from '../training/steps.ts';

/** What people of the tests about 年間スケジュール do again and again. */

/** What was held in 令和7年度, by forms: 幹事会 and 本部会議 in writing, a body that met on a day, three 研修. */
export const recordBaseYear = async (practice: Practice): Promise<void> => {
  const written = { 開催方法: '書面開催', 日付欄の注記: '開催案内送付' };
  await recordByForm(practice, {
    ...written,
    会議体: '協働推進本部会議幹事会',
    開催日: '2025-07-04',
    案件: '協働推進本部会議幹事会の年間スケジュールについて',
  });
  await recordByForm(practice, {
    ...written,
    会議体: '協働推進本部会議',
    開催日: '2025-08-08',
    案件: '協働推進本部会議の年間スケジュールについて\n令和6年度実施状況報告書について(報告)',
  });
  await recordByForm(practice, {
    会議体: '協働事業成案化検討会議',
    開催方法: '対面',
    開催日: '2025-10-15',
    場所: '第1会議室',
    案件: '提案事業について(協議)',
  });
  await recordTraining(practice, {
    研修: '係長級・技能長昇格前研修',
    実施方法: '動画配信',
    会場: null,
    開催日: '2025-07-01',
    終了日: '2025-09-30',
    報告書での日付: '年月',
  });
  await recordTraining(practice, { 研修: '協働推進員研修', 開催日: '2026-01-15', 会場: '市民会館' });
};

/** 年間スケジュールを作成 as opened by its button of /kyodo. */
export const openMake = async ({ secretary }: Practice): Promise<Form> => {
  await secretary.command('/kyodo');
  const menu = await secretary.nextAnswer();
  return (
    await secretary.pressRaw({
      in: menu,
      action: { type: 'button', block_id: 'pressed', action_id: 'schedule.new', value: 'new' },
    })
  ).opened();
};

/** 年間スケジュールの案, once it is there. */
export const openPlan = async (
  practice: Practice,
  entries: Parameters<Form['fill']>[0] = {},
): Promise<Form> => {
  const form = await openMake(practice);
  await form.fill(entries);
  const { form: plan, errors } = await form.submit();
  if (plan === undefined) throw new Error(`no draft: ${JSON.stringify(errors)}`);
  return plan.until(({ submitText }) => submitText !== '');
};
