import type { ModalView } from '@slack/types';
import { SEARCH_FORM } from '../../texts/search.ts';
import { form, textField } from '../blocks.ts';

/** 検索: one field. */
export const searchForm = (): ModalView =>
  form(SEARCH_FORM.title, 'search.run', SEARCH_FORM.submit, [
    textField({ name: 'searchWords', label: SEARCH_FORM.words, hint: SEARCH_FORM.hint, maxLength: 200 }),
  ]);
