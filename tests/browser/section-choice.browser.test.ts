import { expect, test } from 'vitest';
import { rowsOf, WORKSPACE, withDatabase } from '../handlers/steps.ts';
import { axeViolations } from '../support/axe.ts';
import { putRoster } from '../support/promoters.ts';
import { eachPracticeScreen } from './practice-screen.ts';

const shown = eachPracticeScreen();

const ROSTER = [
  { department: '福祉部', section: '福祉課' },
  { department: '福祉部', section: '高齢課' },
  { department: '環境部', section: '公園課' },
];

test('関係課 are found and chosen without the mouse, in light and dark, and recorded', async () => {
  const { practice, screen } = shown;
  const { page, dialog, tabTo } = screen;
  const keys = page.keyboard;
  await withDatabase(practice, (db) => putRoster(db, WORKSPACE, ROSTER, practice.clock.now()));
  await screen.say('/kyodo-opinion 登録');
  await dialog.getByRole('heading', { name: '評価・意見を登録' }).waitFor();
  await dialog.getByLabel('項目').fill('第5章 職員の育成');
  await dialog.getByRole('radio', { name: '意見' }).check();
  await dialog.getByLabel('評価・意見').last().fill('研修を早く行ってください。');
  await tabTo('関係課');
  await keys.insertText('福祉');
  await dialog.getByText('候補は2件です。').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect({ colorScheme, found: await axeViolations(page) }).toEqual({ colorScheme, found: [] });
  }
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await dialog.getByRole('button', { name: '福祉部 高齢課を外す' }).waitFor();
  await keys.insertText('公園　環境');
  await dialog.getByText('候補は1件です。').waitFor();
  await keys.press('Enter');
  await dialog.getByRole('button', { name: '環境部 公園課を外す' }).waitFor();
  await tabTo('登録する');
  await keys.press('Enter');
  await dialog.getByRole('heading', { name: '登録しました' }).waitFor();
  const sections = await rowsOf(
    practice,
    'select s.name from opinion_section o join section s on s.id = o.section_id order by o.position',
  );
  expect(sections).toEqual([{ name: '高齢課' }, { name: '公園課' }]);
});
