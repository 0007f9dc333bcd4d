import type { InputBlock } from '@slack/types';
import { MOST_POSITION } from '../domain/position.ts';
import { type Field, numberField, textField } from './blocks.ts';

/** What each form says itself of a field whose name and limits are the same in all of them. */
type Said<Value> = Pick<Field, 'label'> & { readonly hint: string; readonly initial: Value | undefined };

/** 並び順, which may be left empty. */
export const positionField = (said: Said<number>): InputBlock =>
  numberField({ ...said, name: 'position', min: 1, max: MOST_POSITION, optional: true });

/** 年度 in free text, read by `readFiscalYear`. */
export const fiscalYearField = (said: Said<string>): InputBlock =>
  textField({ ...said, name: 'fiscalYear', maxLength: 20 });
