import { afterAll, describe, expect, test, vi } from 'vitest';
import { cleanUp, kyodo } from './run.ts';

// A command opens and closes the database, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

afterAll(cleanUp);

const SEE_HELP = '使い方は「npm run kyodo -- --help」で表示できます。';

describe('wrong usage ends with 2 and says in Japanese how to get help', () => {
  test.concurrent.each<[string, readonly string[], string]>([
    ['an unknown command', ['raport', '2023'], `「raport」というコマンドはありません。${SEE_HELP}`],
    [
      'an unknown option',
      ['report', '2023', '--fomat', 'md'],
      `「--fomat」という指定はありません。${SEE_HELP}`,
    ],
    ['no year', ['report'], `「年度」を指定してください。${SEE_HELP}`],
    ['no file', ['import', 'meetings'], `「ファイル」を指定してください。${SEE_HELP}`],
    [
      'an option without its value',
      ['report', '2023', '--out'],
      `「--out <ファイル>」の値を指定してください。${SEE_HELP}`,
    ],
    ['too much', ['doctor', '2023'], `指定が多すぎます。${SEE_HELP}`],
    [
      'an unknown format',
      ['report', '2023', '--format', 'pdf'],
      '形式「pdf」はありません。md、html、docx、xlsx のどれかを指定してください。',
    ],
    [
      'a format that no terminal shows, without a file',
      ['report', '2023', '--format', 'ワード'],
      'docx は画面に出せません。--out に書き出すファイルを指定してください(例:--out 第5章.docx)。',
    ],
    [
      'an unknown kind',
      ['import', 'rooms', 'a.csv'],
      '「rooms」は取り込めません。people、promoters、members、meetings、opinions、trainings、attendance のどれかを指定してください。',
    ],
  ])('%s', async (_what, words, sentence) => {
    expect(await kyodo(words)).toEqual({ exit: 2, out: '', err: `${sentence}\n` });
  });

  test.concurrent('no command at all is answered with the help', async () => {
    const { exit, out, err } = await kyodo([]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('使い方: npm run kyodo --');
  });
});

test.concurrent.each([['--help'], ['help']])(
  '%s shows every command in Japanese and ends with 0',
  async (word) => {
    const { exit, out, err } = await kyodo([word]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    for (const command of ['start', 'doctor', 'report', 'import'])
      expect(out).toMatch(new RegExp(`^ {2}${command} .*。?[ぁ-ん]`, 'mu'));
    expect(out).not.toMatch(/Usage|Options|Commands|display/u);
  },
);

test.concurrent.each([[['doctor']], [['start']]])(
  '%j with a wrong configuration says all that is wrong, and ends with 1',
  async (words) => {
    const { exit, out, err } = await kyodo(words, {
      SLACK_BOT_TOKEN: 'xoxp-secret',
      DATABASE_URL: 'mysql://db',
      PORT: 'http',
      SECRETARIAT: '事務局',
    });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err.split('\n').map((line) => line.split(':', 1)[0])).toEqual([
      '設定に誤りがあります。次の点を直して、もう一度起動してください。',
      '・SLACK_BOT_TOKEN',
      '・DATABASE_URL',
      '・PORT',
      '・SECRETARIAT',
      '・SLACK_APP_TOKEN',
      '',
    ]);
    expect(err).not.toContain('secret');
  },
);
