import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CODE_COUNT } from '../../../src/domain/attendance/reception-code.ts';
import { type Practice, SECRETARY, STAFF, startPractice } from '../../support/practice.ts';
import { auditOf, countOf, rowsOf } from '../steps.ts';
import { addPerson, openTrainingForm, PLAIN_TRAINING, RECEPTION, recordTraining } from './steps.ts';

const CODE = /受付コード ([02345689]{3}-[02345689]{3})/u;

describe('記録しました', () => {
  let practice: Practice;
  beforeEach(async () => {
    practice = await startPractice();
  });
  afterEach(async () => {
    expect(practice.slack.refusals).toEqual([]);
    await practice.stop();
  });

  test('says what was recorded, once for a double press, with what can be done about it', async () => {
    const form = await openTrainingForm(practice.secretary);
    await form.fill({
      ...PLAIN_TRAINING,
      終了日: '2026-10-02',
      参加者数: '92',
      対象: '協働推進員全員(主任を含む)',
    });
    expect(await form.submit({ twice: true })).toEqual({ closed: true, errors: {} });
    const told = await practice.slack.dm(SECRETARY).next();
    expect([told.plain, told.buttons, told.text]).toEqual([
      [
        '記録しました',
        '協働推進員研修',
        '開催日:令和8年10月1日(木)から令和8年10月2日(金)まで 第1会議室',
        '実施方法:集合',
        '対象:協働推進員全員(主任を含む)',
        '参加者 92人',
        '令和8年度の記録',
      ].join('\n'),
      ['内容を記録', '編集', '記録を取り消す'],
      '記録しました:協働推進員研修 令和8年10月1日から2日まで 第1会議室',
    ]);
    expect([await countOf(practice, 'training_session'), await auditOf(practice, SECRETARY)]).toEqual([
      1,
      ['record-training'],
    ]);
  });

  test('prints every kind of date, その他 by its own name, a video with its mark', async () => {
    const texts = [];
    for (const entries of [
      { 開催日: '2026-09-10', 報告書での日付: '年月', 会場: '市役所内' },
      {
        開催日: '2026-07-15',
        終了日: '2026-09-01',
        報告書での日付: '年月',
        会場: null,
        実施方法: '動画配信',
      },
      { 開催日: '2026-10-30', 報告書での日付: '期限(…まで)', 会場: null },
      {
        研修: 'その他',
        その他の研修名: '<b>&手話</b>',
        開催日: '2026-12-20',
        終了日: '2027-01-19',
        会場: null,
      },
    ])
      texts.push((await recordTraining(practice, entries)).plain.split('\n').slice(1, 4));
    expect(texts).toEqual([
      ['協働推進員研修', '令和8年9月 市役所内', '実施方法:集合'],
      ['協働推進員研修', '令和8年7月から9月まで *動画配信', '実施方法:動画配信'],
      ['協働推進員研修', '期限:令和8年10月30日(金)', '実施方法:集合'],
      ['【予定】<b>&手話</b>', '開催日:令和8年12月20日(日)から令和9年1月19日(火)まで', '実施方法:集合'],
    ]);
  });

  test('of one to come says when it will be asked about', async () => {
    const told = await recordTraining(practice, { 開催日: '2026-12-11' });
    expect(told.plain.split('\n').at(-1)).toBe(
      '予定として記録しました。令和8年12月14日(月)に、予定どおり行われたかをお尋ねします。',
    );
  });

  test('bears the reception code in large figures, its days and what to type', async () => {
    const told = await recordTraining(practice, {
      開催日: '2026-11-24',
      終了日: '2026-11-25',
      受付: RECEPTION,
    });
    const code = CODE.exec(told.plain)?.[1] ?? '';
    expect(told.plain.split('\n').slice(4, 8)).toEqual([
      `受付コード ${code}`,
      '受付コードが使えるのは、令和8年11月24日(火)から令和8年11月25日(水)までです。',
      '受講した方に、次のように入力するようご案内ください。',
      `/kyodo-training 受付 ${code}`,
    ]);
    expect(told.blocks.filter(({ type }) => type === 'header')).toHaveLength(2);
    expect(await rowsOf(practice, 'select code from training_session')).toEqual([
      { code: code.replace('-', '') },
    ]);
    expect(told.text).not.toContain(code);
    expect(JSON.stringify(await rowsOf(practice, 'select * from audit_line'))).not.toContain(
      code.replace('-', ''),
    );
  });

  test('gives each session a code of its own', async () => {
    const codes = [];
    for (let count = 0; count < 5; count += 1)
      codes.push(CODE.exec((await recordTraining(practice, { 受付: RECEPTION })).plain)?.[1]);
    expect([new Set(codes).size, codes.includes(undefined), CODE_COUNT]).toEqual([5, false, 262_144]);
  });

  test('keeps the 対象者 as people of the record, whether they were in it or not', async () => {
    const known = await addPerson(practice, STAFF, '職員 太郎');
    await recordTraining(practice, { 対象: '選ぶ', 対象者: [STAFF, SECRETARY] });
    const invited = await rowsOf(
      practice,
      `select p.slack_id, p.name, p.id = $1 as known
         from session_invitee i join person p on p.id = i.person_id order by p.slack_id`,
      [known],
    );
    expect(invited).toEqual([
      { slack_id: SECRETARY, name: '事務 局子', known: false },
      { slack_id: STAFF, name: '職員 太郎', known: true },
    ]);
    expect(await countOf(practice, 'person')).toBe(2);
  });

  test('keeps no 対象者 where 対象 is not 選ぶ', async () => {
    await recordTraining(practice, { 対象者: [STAFF] });
    expect([await countOf(practice, 'session_invitee'), await countOf(practice, 'person')]).toEqual([0, 0]);
  });
});
