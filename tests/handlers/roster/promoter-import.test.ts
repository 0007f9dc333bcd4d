import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '../../../src/sandbox/driver/form.ts';
import { type Practice, startPractice } from '../../support/practice.ts';
import { rowsOf } from '../steps.ts';

/** 112 promoters with made-up names, 髙 﨑 ① among them. */
const SAMPLE = readFileSync(new URL('../../../prisma/sample/promoters.csv', import.meta.url), 'utf8');
const HEADERS = '氏名,メール,部局,課,役割,任期開始日,任期終了日';

let practice: Practice;
beforeAll(async () => {
  practice = await startPractice({ now: '2026-03-25T10:00:00+09:00' });
});
afterEach(() => expect(practice.slack.refusals).toEqual([]));
afterAll(() => practice.stop());

const openForm = async (): Promise<Form> =>
  (await practice.secretary.command('/kyodo-promoter', '取込')).opened();

/** Chooses a file and submits; what stands in red, or the view on top. */
const choose = async (content: Uint8Array | string, name = 'meibo.csv') => {
  const form = await openForm();
  await form.fill({ ファイル: { name, content } });
  expect(form.submitText).toBe('内容を確認する');
  const { errors, form: shown } = await form.submit();
  return { form, errors, shown };
};

const previewOf = async (content: Uint8Array | string): Promise<Form> => {
  const { errors, shown } = await choose(content);
  if (shown === undefined) throw new Error(JSON.stringify(errors));
  return shown;
};

/** Everything an import writes, in one word: equal before and after means that no row was touched. */
const TABLES = ['person', 'department', 'section', 'appointment', 'audit_line', 'delivery', 'roster_file'];
const contents = async (...tables: readonly string[]): Promise<string> => {
  const texts = await Promise.all(
    tables.map((table) => rowsOf(practice, `select t::text as row, xmin::text from ${table} t order by 1`)),
  );
  return JSON.stringify(texts);
};
const roster = () => contents(...TABLES.filter((table) => table !== 'roster_file'));

const appointed = () =>
  rowsOf(
    practice,
    `select p.name, p.email, d.name as department, s.name as section, a.role, a.starts_on::text, a.ends_on::text,
       a.confirmed_at is not null as confirmed, a.guide_wanted
     from appointment a join person p on p.id = a.person_id join section s on s.id = a.section_id
       join department d on d.id = s.department_id
     order by d.position, s.position, a.role`,
  );

/** The rows of the sample as the record is to have them. */
const EXPECTED = SAMPLE.trim()
  .split('\r\n')
  .slice(1)
  .map((line) => {
    const [name, email, department, section, role] = line.split(',');
    return {
      name,
      email,
      department,
      section,
      role: role === '主任' ? 'chief' : 'promoter',
      starts_on: '2026-04-01',
      ends_on: '2027-03-31',
      confirmed: true,
      guide_wanted: true,
    };
  });

describe('112 promoters in 14 departments from a CP932 file as Excel writes it', () => {
  test('the preview says what would change, and nothing has changed', async () => {
    const before = await roster();
    const preview = await previewOf(iconv.encode(SAMPLE, 'cp932'));
    expect([preview.title, preview.submitText]).toEqual(['取込みの確認', '取り込む']);
    const [title, lead, counts, added, ...lines] = preview.text.split('\n');
    expect([title, lead, counts, added]).toEqual([
      '取込みの確認',
      '次のように変わります。よろしければ「取り込む」を押してください。',
      '追加112名、変更0件、終了0件',
      '追加 112名',
    ]);
    expect(lines[21]).toMatch(/^新しく記録する方 112名:青葉 あおい、.*、ほか92名$/u);
    expect([lines[0], lines[3], lines[20], ...lines.slice(22)]).toEqual([
      '・市民協働部 市民協働総務課 青葉 あおい(協働推進員(主任))令和8年4月1日(水)から令和9年3月31日(水)まで',
      '・市民協働部 ①総合窓口課 髙波 なぎ(協働推進員)令和8年4月1日(水)から令和9年3月31日(水)まで',
      'ほか92名',
      '新しい部局14、新しい課・室等98を登録します。',
      '任期終了日が空欄の112行は、年度の最終日(3月31日)までとします。',
      '任期が昨日までに始まっている方には何も送りません。',
      '新任の112名には、任期の初日以降で、取り込んだ後の最初の開庁日の朝に、役割のご案内を送ります。Slackを使っていない方には、使い始めた後の開庁日の朝に、不在の方には、戻られた日の朝に送ります。',
    ]);
    expect(await roster()).toBe(before);
  });

  test('approved, they are in the record, 髙 﨑 ① intact, each with an audit line, and nothing is sent', async () => {
    const preview = await previewOf(iconv.encode(SAMPLE, 'cp932'));
    await preview.submit();
    const done = await preview.until(({ text }) => !text.includes('確かめています'));
    expect(done.text.split('\n').slice(0, 4)).toEqual([
      '取り込みました',
      '名簿を取り込みました。',
      '追加112名、変更0件、終了0件',
      'Slackのアカウントがある方0名、ない方112名',
    ]);
    expect(done.text.split('\n').at(-1)).toBe('ほか82名');
    const rows = await appointed();
    expect(rows).toHaveLength(112);
    expect(rows).toEqual(EXPECTED);
    expect(rows.filter(({ section }) => section === '①総合窓口課').map(({ name }) => name)).toEqual([
      '髙波 なぎ',
    ]);
    expect(rows.filter(({ name }) => name === '髙嶺 﨑')).toHaveLength(1);
    expect(new Set(rows.map(({ department }) => department)).size).toBe(14);
    const [{ lines } = { lines: 0 }] = await rowsOf(
      practice,
      "select count(*)::int as lines from audit_line where action = 'import-promoters' and subject like 'appointment:%'",
    );
    expect(lines).toBe(112);
    expect(await rowsOf(practice, 'select 1 from delivery')).toEqual([]);
  });

  test('a second import of the same file changes nothing, and offers nothing to approve', async () => {
    const before = await roster();
    const preview = await previewOf(iconv.encode(SAMPLE, 'cp932'));
    expect([preview.submitText, preview.text]).toEqual([
      '',
      '取込みの確認\n追加0名、変更0件、終了0件\n名簿はファイルのとおりです。変わるものはありません。',
    ]);
    expect(await roster()).toBe(before);
  });

  test('who is written nearly as somebody of the record is told as such, with where the other is', async () => {
    const rows = [
      '高嶺 崎,,新部,新課,推進員,R8.4.1,',
      '窓口課 髙波なぎ 様,,新部,第二課,推進員,R8.4.1,',
      '雲野 峰,,新部,第三課,推進員,R8.4.1,',
    ];
    const preview = await previewOf([HEADERS, ...rows].join('\n'));
    expect(preview.text.split('\n').filter((line) => /似|同じ方/u.test(line))).toEqual([
      '氏名の似た方が記録にいる、新しい方 2名',
      '・2行目 高嶺 崎(記録の 髙嶺 﨑(市民協働部 市民課) と似ています)',
      '・3行目 窓口課 髙波なぎ 様(記録の 髙波 なぎ(市民協働部 ①総合窓口課) と似ています)',
      '同じ方のときは、ファイルの氏名を記録の氏名に合わせて、もう一度選んでください。別の方のときは、このまま取り込めます。',
    ]);
  });
});

const BAD = [
  HEADERS,
  '青空 空,,福祉部,福祉課,推進員,令和8年4月1日,',
  '山野 道,yama@,福祉部,福祉課,推進員,令和8年4月1日,',
  '海野 波,,福祉部,,推進員,令和8年4月1日,',
  '川野 瀬,,福祉部,福祉課,係員,令和8年4月1日,',
  '森野 木,,福祉部,福祉課,推進員,令和8年4月31日,',
  '林野 葉,,福祉部,福祉課,推進員,令和8年4月1日,令和9年4月1日',
].join('\r\n');

const BAD_LINES = [
  '5件の誤りがあります。何も取り込んでいません。',
  '3行目 メール:メールアドレスとして読み取れません。例:yamada@city.example.lg.jp',
  '4行目 課:空欄です。入力してください。',
  '5行目 役割:「推進員」「協働推進員」「主任」「協働推進員(主任)」のどれかにしてください。',
  '6行目 任期開始日:日付を読み取れません。実在する日付を、令和8年4月1日、R8.4.1、2026/4/1 のように入力してください。',
  '7行目 任期終了日:任期は年度ごとです。終了日は令和9年3月31日(水)までの日にしてください(空欄なら年度の最終日になります)。',
];

describe('bad lines', () => {
  test('all five are told with line and column at the field, nothing changes, and the file stays', async () => {
    const before = await contents(...TABLES);
    const { form, errors } = await choose(BAD);
    expect(errors.ファイル?.split('\n')).toEqual(BAD_LINES);
    expect([form.isOpen, form.values]).toEqual([true, { ファイル: ['meibo.csv'] }]);
    expect(await contents(...TABLES)).toBe(before);
  });

  test('of more than twenty the first twenty are told', async () => {
    const lines = Array.from({ length: 23 }, (_, index) => `甲${index},,福祉部,福祉課,推進員,不明,`);
    const { errors } = await choose([HEADERS, ...lines].join('\n'));
    const told = errors.ファイル?.split('\n') ?? [];
    expect([told.length, told[0], told[20]?.slice(0, 4), told[21]]).toEqual([
      22,
      '23件の誤りがあります。何も取り込んでいません。',
      '21行目',
      'ほか3件',
    ]);
  });

  test.each([
    ['no rows', HEADERS, '取り込む行がありません。'],
    ['no file at all', '', '取り込む行がありません。'],
    [
      'a missing column',
      '氏名,部局,課,役割\n甲,乙,丙,推進員',
      '1件の誤りがあります。何も取り込んでいません。\n1行目 任期開始日:この列の見出しがありません。1行目に見出しを入力してください。',
    ],
    [
      'UTF-16',
      iconv.encode(BAD, 'utf16', { addBOM: true }),
      '文字コードがUTF-16です。Excelでは「CSV UTF-8」か「CSV」の形式で保存してください。',
    ],
    [
      'an open quote',
      `${HEADERS}\n"甲,,乙,丙,推進員,2026-04-01,`,
      '2行目からを表として読み取れません。「"」の閉じ忘れがないか確かめてください。',
    ],
  ])('%s', async (_what, content, sentence) => {
    expect((await choose(content)).errors).toEqual({ ファイル: sentence });
  });
});

describe('a file of more than 200,000 bytes', () => {
  const filler = `${' '.repeat(1000)},,,,,,\n`.repeat(220);
  test('is read while the person waits, and the preview comes in the same place', async () => {
    const { shown } = await choose(`${HEADERS}\n${filler}空野 風,,新部,新課,主任,R8.4.1,`);
    const preview = await shown?.until(({ submitText }) => submitText === '取り込む');
    expect(preview?.text).toContain('追加1名、変更0件、終了0件');
  });

  test('with a bad line: the line is told in the same place, with no button to import it', async () => {
    const { shown } = await choose(`${HEADERS}\n${filler}空野 風,,新部,新課,主任,R8.4.31,`);
    const told = await shown?.until(({ text }) => text.includes('行目'));
    expect([told?.text.includes('222行目 任期開始日:'), told?.submitText]).toEqual([true, '']);
  });

  test('of more than 5 MB is refused', async () => {
    const { shown } = await choose(`${HEADERS}\n${' '.repeat(5_300_000)}`);
    const told = await shown?.until(({ text }) => text.includes('MB'));
    expect(told?.text).toBe('取込みの確認\nファイルが大きすぎます。5MBまでにしてください。');
  });
});
