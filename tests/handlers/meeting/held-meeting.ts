import { expect } from 'vitest';
import { trusted } from '../../../src/domain/actor.ts';
import { localDate } from '../../../src/domain/calendar/local-date.ts';
import { succeed } from '../../../src/domain/result.ts';
import type { Message } from '../../../src/sandbox/driver/messages-read.ts';
import { type ReadDocx, readDocx } from '../../support/docx.ts';
import { type Practice, SECRETARY, startPractice } from '../../support/practice.ts';
import { sentFile } from '../../support/sent-file.ts';
import { bodyId, meetingIds, pressToOpen, recordByForm, send, WORKSPACE, withDatabase } from '../steps.ts';

/** A meeting of 1 October 2026 with members and contents, of which 会議録 are taken. */

export const MEMBER = 'U0MEMBER';
const GUEST = 'U0VISITOR';
export const BODY = '協働推進本部会議';
export const DRAFT = '会議録(案)_本部会議_令和8年10月1日.docx';

/** The members of 本部会議, in an order that is none of their names, and one whose term ended the day before the meeting. */
const joinAll = async (practice: Practice): Promise<void> => {
  const body = await bodyId(practice, BODY);
  const at = practice.clock.now();
  const act = { actor: trusted(WORKSPACE, 'cli:test', 'cli'), action: 'test', at } as const;
  const members = [
    ['副市長', '前任 五郎', null, 'viceChair', localDate('2026-09-30')],
    ['副市長', '髙田 一郎', null, 'chair'],
    ['総務部長', '委員 一子', MEMBER, 'member'],
    ['福祉部長', '架空 花子', null, 'member'],
    ['環境部長', '架空 太郎', null, 'member'],
  ] as const;
  await withDatabase(practice, (db) =>
    db.act(act, async (record) => {
      for (const [index, [title, name, slackId, office, endsOn = null]] of members.entries()) {
        const personId = crypto.randomUUID();
        await record.people.create([{ id: personId, slackId, email: null, name }], at);
        const facts = { bodyId: body, personId, title, office, position: index + 1 };
        const term = { startsOn: localDate('2026-04-01'), endsOn, copiedTo: [], proxies: [] };
        await record.bodyMembers.create(crypto.randomUUID(), { ...facts, ...term }, { by: SECRETARY, at });
      }
      return succeed(null);
    }),
  );
};

/** Who records it, what they were told, and which it is. */
export type HeldMeeting = { readonly practice: Practice; readonly told: Message; readonly meeting: string };

export const holdMeeting = async (): Promise<HeldMeeting> => {
  const practice = await startPractice({
    people: [
      { id: MEMBER, real_name: '委員 一子' },
      { id: GUEST, real_name: '傍聴 三郎' },
    ],
  });
  await joinAll(practice);
  const told = await recordByForm(practice, {
    開催日: '2026-10-01',
    場所: '第一庁舎4階',
    案件: '年間予定について(報告)\n<script>alert(1)</script> & 髙﨑 🎉(審議)',
  });
  const errors = await send(await pressToOpen(practice.secretary, '内容を記録', told), {
    時刻: '10時から11時まで',
    出席者: [MEMBER, GUEST],
    Slack未利用の出席者: '副市長 髙田 一郎',
    '欠席・代理出席': '架空花子 代理 福祉課長 田中三郎\n架空太郎 欠席',
    '決定事項・要点': '原案のとおり決定した。\n次回は12月とする。',
    '資料・会議録の保存先': '共有フォルダー',
  });
  expect(errors).toEqual({});
  const [meeting = ''] = await meetingIds(practice);
  return { practice, told, meeting };
};

/** The next file of somebody's messages with the bot, read back. */
export const nextFile = async (
  practice: Practice,
  who: string,
): Promise<ReadDocx & { readonly name: string; readonly words: string }> => {
  const sent = await practice.slack.dm(who).next(({ files }) => files.length > 0);
  const { name, bytes } = await sentFile(practice, sent);
  return { name, words: sent.plain, ...(await readDocx(bytes)) };
};
