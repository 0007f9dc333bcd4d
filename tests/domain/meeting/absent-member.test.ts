import { expect, test } from 'vitest';
import { readAbsences } from '../../../src/domain/meeting/absence.ts';
import { absencesOf } from '../../../src/domain/meeting/absent-member.ts';
import { problemSentence } from '../../../src/views/problem.ts';

const member = (name: string) => ({
  id: name,
  name,
  slackId: null,
  email: null,
  nameFromSlack: false,
  deactivatedAt: null,
});
const MEMBERS = [member('髙嶺 﨑'), member('豊中太郎')];
const check = (typed: string, standing = '') =>
  absencesOf(readAbsences(typed), readAbsences(standing), MEMBERS);

test.each(['髙嶺　﨑 欠席', '豊中 太郎 代理 総務課長 豊中太郎様', '池田次郎 欠席', ''])(
  'a member as the record has them, another, and any proxy are taken: %s',
  (typed) => {
    expect(check(typed)).toEqual({ ok: true, value: readAbsences(typed) });
  },
);

test('a name that is nearly a member’s is asked about, with who is meant', () => {
  const checked = check('市民課 髙嶺 﨑 欠席\n髙嶺﨑様(代理 課長 山田花子)\n池田次郎');
  expect(checked).toEqual({
    ok: false,
    error: {
      field: 'absences',
      kind: 'nearly-member',
      names: [
        { typed: '市民課 髙嶺 﨑', members: ['髙嶺 﨑'] },
        { typed: '髙嶺﨑様', members: ['髙嶺 﨑'] },
      ],
    },
  });
  expect(checked.ok ? '' : problemSentence(checked.error)).toBe(
    '委員の氏名は、記録のとおりに入力してください(「市民課 髙嶺 﨑」は「髙嶺 﨑」、「髙嶺﨑様」は「髙嶺 﨑」)。',
  );
});

test('what stands already is not asked about', () => {
  expect(check('高嶺崎 欠席', '高嶺崎').ok).toBe(true);
});
