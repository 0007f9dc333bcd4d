import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, trusted } from '../../src/domain/actor.ts';
import { AnswerDraft } from '../../src/domain/inquiry/answer.ts';
import { InquiryDraft } from '../../src/domain/inquiry/inquiry.ts';
import { succeed } from '../../src/domain/result.ts';
import { answerFreeText } from '../../src/services/answer-free-text.ts';
import { deliver } from '../../src/services/delivery/deliver.ts';
import { tellUnshown } from '../../src/services/delivery/tell-unshown.ts';
import { answerInquiry } from '../../src/services/inquiry/answer.ts';
import { askDelegate } from '../../src/services/inquiry/ask-delegate.ts';
import { previewInquiry } from '../../src/services/inquiry/preview.ts';
import { returnAnswer } from '../../src/services/inquiry/return-answer.ts';
import { saveInquiry } from '../../src/services/inquiry/save.ts';
import { sendInquiry } from '../../src/services/inquiry/send.ts';
import { forecast } from '../../src/services/morning/forecast.ts';
import { planMorningMessages } from '../../src/services/morning/plan.ts';
import { setChannelAside } from '../../src/services/newsletter/guard.ts';
import { publishDueIssues } from '../../src/services/newsletter/publish-issue.ts';
import { openSettings } from '../../src/services/settings/open-settings.ts';
import { guardTrainingLag } from '../../src/services/training/guard-lag.ts';
import { deliveryPages } from '../../src/views/delivery/deliveries.ts';
import { noMorePage } from '../../src/views/measure.ts';
import { putInquiry } from '../support/asked-inquiries.ts';
import { ask, type Desk, openDesk } from '../support/desk.ts';
import { SECRETARY } from '../support/practice.ts';
import { putRoster } from '../support/promoters.ts';

/** All of 設定 have left the city; the environment names the secretary. */

const PROMOTER = 'U0PROMOTER';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2026-11-20T09:30:00+09:00', [
    { id: 'U0LEFT', real_name: '退職 四郎', deleted: true },
    { id: 'U0GONE', real_name: '転出 五郎', deleted: true },
    { id: PROMOTER, real_name: '隣部 三郎' },
  ]);
  await putRoster(
    desk.db,
    desk.workspaceId,
    [
      { department: '環境部', section: '環境課', name: '隣部 三郎', slackId: PROMOTER },
      { department: '環境部', section: '公園課' },
    ],
    desk.clock.now(),
  );
  const act = { actor: desk.secretary, action: 'test', at: desk.clock.now() };
  await desk.db.act(act, async (record) => {
    const { revision: _, ...settings } = await record.settings.read();
    await record.settings.put({ ...settings, secretariat: ['U0LEFT', 'U0GONE'] });
    return succeed(null);
  });
  await putInquiry(desk.db, desk.workspaceId, desk.clock.now());
});
afterAll(() => desk.stop());

const noFiles = { read: () => Promise.reject(new Error('no file was given')) };
const depsOf = () => ({
  ...desk,
  files: noFiles,
  workspace: { ...desk.workspace, secretariat: ['jimukyoku@city.example'] },
});
/** What is asked of a section of the inquiry. */
const targetOf = async (section: string) => {
  const [row] = await ask(
    desk.database,
    `select t.inquiry_id, t.section_id, s.department_id from inquiry_target t
     join section s on s.id = t.section_id where s.name = $1`,
    [section],
  );
  const key = {
    inquiryId: String(row?.inquiry_id),
    sectionId: String(row?.section_id),
    role: 'promoter',
  } as const;
  return { key, departmentId: String(row?.department_id) };
};
const recipients = async (kind: string): Promise<readonly unknown[]> =>
  (await ask(desk.database, 'select distinct recipient from delivery where kind::text = $1', [kind])).map(
    ({ recipient }) => recipient,
  );
const draftOf = async (title: string): Promise<string> => {
  const inquiryId = randomUUID();
  const draft = InquiryDraft.parse({
    title,
    content: '該当する事業をお知らせください。',
    duty: 'other',
    dueOn: '2026-12-10',
    audience: 'everyone',
    answerForm: 'confirmation',
    sending: 'now',
  });
  const saved = await saveInquiry(
    depsOf(),
    { inquiryId, revision: 0 },
    { key: inquiryId, draft },
    desk.secretary,
  );
  expect(saved.ok).toBe(true);
  return inquiryId;
};
/** An issue whose hour has passed and that is still a draft. */
const passedIssue = async (): Promise<void> => {
  await ask(
    desk.database,
    `insert into newsletter_issue (workspace_id, id, fiscal_year, number, state, publish_at, parts, created_by, created_at)
     select $1, gen_random_uuid(), 2026, 1, 'draft', $2::timestamptz, '{}', $3, $2::timestamptz`,
    [desk.workspaceId, '2026-11-20T00:00:00Z', SECRETARY],
  );
};

const ACTS: Readonly<Record<string, () => Promise<readonly unknown[]>>> = {
  'what falls to nobody else, in the morning': async () => {
    await planMorningMessages(depsOf(), desk.workspaceId, 'run');
    return (await recipients('morning')).filter((recipient) => recipient !== PROMOTER);
  },
  'the same in the forecast': async () =>
    (await forecast(depsOf(), desk.workspaceId, 30)).flatMap(({ kind, recipient }) =>
      kind === 'morning' && recipient !== PROMOTER ? [recipient] : [],
    ),
  'that training lags': async () => {
    await guardTrainingLag(depsOf(), desk.workspaceId, 'run');
    return recipients('training-lag');
  },
  'that a channel takes no message': async () => {
    await setChannelAside(depsOf(), desk.workspaceId, { channel: 'C0GENERAL', word: 'is_archived' });
    return recipients('channel-trouble');
  },
  'that a message can’t be changed': async () => {
    const { deliveryId } = await desk.recordMeeting('2026-11-10');
    await tellUnshown(depsOf(), desk.workspaceId, deliveryId);
    return recipients('update-refused');
  },
  'that an issue’s hour has passed': async () => {
    await passedIssue();
    expect(await publishDueIssues(depsOf(), desk.workspaceId)).toEqual({ asked: 1 });
    return recipients('newsletter-asked');
  },
  'an inquiry that is sent now': async () => {
    const inquiryId = await draftOf('今すぐの調査');
    const form = { key: `send ${inquiryId}`, draft: 'now' } as const;
    expect(await sendInquiry(depsOf(), { inquiryId, revision: 1 }, form, desk.secretary)).toMatchObject({
      ok: true,
    });
    return (await recipients('inquiry-asked')).filter((recipient) => recipient !== PROMOTER);
  },
  'the same in 送信の確認': async () => {
    const preview = await previewInquiry(depsOf(), await draftOf('確認の調査'), 'now', desk.secretary);
    return preview.ok ? preview.value.reach.receivers.filter((recipient) => recipient !== PROMOTER) : [];
  },
  担当の変更の依頼: async () => {
    const { key, departmentId } = await targetOf('環境課');
    const posts = [{ role: key.role, sectionId: key.sectionId, departmentId }];
    const actor: Actor = { ...desk.secretary, id: PROMOTER, isSecretariat: false, posts };
    const asked = await askDelegate(depsOf(), key, { key: 'ask', draft: { word: '' } }, actor);
    expect(asked.ok).toBe(true);
    return recipients('delegate-asked');
  },
  'an answer that is given back': async () => {
    const { key } = await targetOf('公園課');
    const actor = trusted(desk.workspaceId, 'cli:test', 'cli');
    const draft = AnswerDraft.parse({ applicable: 'no', receivedBy: 'paper', receivedOn: '2026-11-20' });
    expect(await answerInquiry(depsOf(), key, { key: 'answer', draft }, actor)).toMatchObject({ ok: true });
    const form = { key: 'return', draft: { reason: 'もう一度' } };
    expect(await returnAnswer(depsOf(), key, form, actor)).toMatchObject({ ok: true });
    return recipients('inquiry-returned');
  },
  'what is open, on free text in the DM': async () => {
    await answerFreeText(desk, '1', desk.secretary);
    const { id } = await desk.deliveryOf(`free-text-answer:${SECRETARY}:1`);
    await deliver(
      { ...depsOf(), write: deliveryPages, nothingMore: noMorePage() },
      { workspaceId: desk.workspaceId, deliveryId: id, isLastTry: true },
    );
    const { blocks } = desk.slack.messages(SECRETARY).at(-1) ?? {};
    return JSON.stringify(blocks).includes('inquiry-answer.open') ? [SECRETARY] : [];
  },
  '設定 as it begins': async () => {
    const opened = await openSettings(depsOf(), desk.secretary);
    return opened.ok ? opened.value.secretariat : [];
  },
};
test.each(Object.entries(ACTS))('the secretariat of the environment gets %s', async (_, act) => {
  expect([...new Set(await act())]).toEqual([SECRETARY]);
});
