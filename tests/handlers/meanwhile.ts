/** What stands at a form that was opened before somebody changed the record; without a name, where nobody is known. */
export const meanwhile = (who?: string, moment = '令和8年11月24日(火) 10:00'): string =>
  who === undefined
    ? 'この画面を開いた後に、内容が変更されました。入力を控えたうえで、一覧から開き直してください。'
    : `この画面を開いた後、${moment}に、${who}さんが内容を変更しました。入力を控えたうえで、一覧から開き直してください。`;
