/** Where the focus goes first within a form or a field: of radio buttons the chosen one, without fields a button. */
export const firstControl = (within: Element | null | undefined): HTMLElement | null => {
  const field = within?.querySelector<HTMLElement>('input, select, textarea');
  if (field instanceof HTMLInputElement && field.type === 'radio')
    return within?.querySelector<HTMLElement>(`input[name="${CSS.escape(field.name)}"]:checked`) ?? field;
  return field ?? within?.querySelector<HTMLElement>('footer button') ?? null;
};
