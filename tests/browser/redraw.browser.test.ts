import { expect, test } from 'vitest';
import { eachPracticeScreen } from './practice-screen.ts';

/** What a person sees of a list when they come back to it from the dialog that lay on it. */

const shown = eachPracticeScreen();

test('an example that was saved is none any more in the list to which 戻る leads', async () => {
  const { page, dialog } = shown.screen;
  await page.getByRole('tab', { name: 'ホーム' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: '会議体', exact: true }).first().click();
  await dialog.getByRole('heading', { name: '会議体', exact: true }).waitFor();
  const examples = dialog.getByText('協働推進本部会議 【例】');
  await examples.waitFor();
  await dialog.getByRole('button', { name: '変更' }).first().click();
  await dialog.getByRole('heading', { name: '会議体を編集' }).waitFor();
  await dialog.getByRole('button', { name: '変更を保存する' }).click();
  await dialog.getByRole('heading', { name: '変更を保存しました' }).waitFor();
  await dialog.getByRole('button', { name: '戻る' }).click();
  await dialog.getByRole('heading', { name: '会議体', exact: true }).waitFor();
  await dialog.getByText('協働推進本部会議幹事会 【例】').waitFor();
  await examples.waitFor({ state: 'detached' });
  expect(await dialog.getByText(/^協働推進本部会議$/mu).count()).toBeGreaterThan(0);
});
