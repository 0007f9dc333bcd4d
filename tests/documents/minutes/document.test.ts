import { expect, test } from 'vitest';
import { minutesDocument } from '../../../src/documents/minutes/document.ts';
import { type Minutes, minutesOf } from '../../../src/documents/minutes/model.ts';
import { writeDocx } from '../../../src/documents/writing/docx/write.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { readAbsences } from '../../../src/domain/meeting/absence.ts';
import { readDocx } from '../../support/docx.ts';
import { aBody, aMeeting } from '../../support/meetings.ts';
import { MEMBERS } from '../../support/members.ts';

const written = async (minutes: Minutes) =>
  (await readDocx(await writeDocx(minutesDocument(minutes)))).blocks;

const NOTHING_ELSE = { earlierActions: [], actions: [], written: null };

const bare = minutesOf(
  { meeting: aMeeting({ note: '' }), body: aBody(), members: [], ...NOTHING_ELSE },
  new Map(),
);

const ITEM = '協働推進本部会議の年間スケジュールについて';

test('a meeting as it was recorded, read back from its file', async () => {
  const meeting = aMeeting({
    note: '',
    way: 'onsite',
    place: '第一庁舎4階',
    date: { kind: 'day', day: localDate('2023-08-10') },
    contents: {
      time: '14時から',
      attendees: ['U0CHAIR'],
      attendeesWithoutSlack: ['副市長 山﨑 花子', '市民団体 協働太郎'],
      absences: readAbsences('架空太郎 代理 総務課長 田中三郎\n架空花子 欠席\n前任 次郎 欠席'),
      decisions: '了承した。\n次回は12月とする。',
      documents: '共有フォルダー',
    },
  });
  expect(
    await written(minutesOf({ meeting, body: aBody(), members: MEMBERS, ...NOTHING_ELSE }, new Map())),
  ).toEqual([
    '= 会議録(案)',
    {
      heads: [],
      rows: [
        ['会議名', '協働推進本部会議'],
        ['日時', '令和5年8月10日(木) 14時から'],
        ['開催方法', '対面'],
        ['場所', '第一庁舎4階'],
      ],
    },
    '# 出席者',
    '出席2名、代理出席1名、欠席1名',
    {
      heads: [['役', '職名', '氏名', '出欠']],
      rows: [
        ['委員長', '副市長', '髙田 一郎', '出席'],
        ['副委員長', '副市長', '山﨑 花子', '出席'],
        ['委員', '総務部長', '架空 太郎', '代理出席(総務課長 田中三郎)'],
        ['委員', '福祉部長', '架空 花子', '欠席'],
      ],
    },
    { heads: [], rows: [['委員以外の出席者', '市民団体 協働太郎']] },
    { heads: [], rows: [['委員名簿にない方の欠席・代理出席', '前任 次郎 欠席']] },
    '# 案件',
    { heads: [['No', '案件', '種別']], rows: [['(1)', ITEM, '']] },
    '# 決定事項・要点',
    '了承した。',
    '次回は12月とする。',
    '# 資料',
    '共有フォルダー',
  ]);
});

test('what the record does not have is (未記録)', async () => {
  expect((await written(bare)).slice(2)).toEqual([
    '# 出席者',
    '(未記録)',
    '# 案件',
    { heads: [['No', '案件', '種別']], rows: [['(1)', ITEM, '']] },
    '# 決定事項・要点',
    '(未記録)',
    '# 資料',
    '(未記録)',
  ]);
});

test('results, opinions and 対応事項 stand where there are any', async () => {
  const [item] = bare.items;
  const action = { words: '周知文', responsible: '市民課', due: '令和5年9月29日(金)', standing: '済み' };
  const blocks = await written({
    ...bare,
    items: item === undefined ? [] : [{ ...item, result: ['承認'], opinions: ['意見', '回答'] }],
    earlierActions: [action],
    actions: [{ ...action, standing: '未' }],
  });
  const heads = [['内容', '担当', '期限', '状況']];
  expect(blocks.filter((block) => block !== '(未記録)').slice(3)).toEqual([
    '# 前回からの対応事項',
    { heads, rows: [['周知文', '市民課', '令和5年9月29日(金)', '済み']] },
    '# 案件',
    {
      heads: [['No', '案件', '種別', '結果', '意見']],
      rows: [['(1)', ITEM, '', '承認', '意見\n回答']],
    },
    '# 決定事項・要点',
    '# 資料',
    '# 対応事項',
    { heads, rows: [['周知文', '市民課', '令和5年9月29日(金)', '未']] },
  ]);
});
