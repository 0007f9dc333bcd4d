import { expect, test } from 'vitest';
import { chapter5Of } from '../../../src/documents/chapter5/model.ts';
import { FACTS_2023 } from './facts-2023.ts';

test('every text that nobody wrote is listed, in the order of the chapter', () => {
  const { unsettled } = chapter5Of({ ...FACTS_2023, texts: new Map([['liaison', ' \n　\n']]) });
  expect(unsettled.filter(({ settle }) => settle.some(({ kind }) => kind === 'write-text'))).toEqual(
    (
      [
        ['preface', '・前文:文章がありません。'],
        ['headquartersTopics', '・1 トピックス:文章がありません。'],
        ['promoterWork', '・1 協働推進員の取組み:文章がありません。例の8つの役割を掲載しています。'],
        ['developmentTopics', '・2 トピックス:文章がありません。'],
        ['liaison', '・3 説明:文章がありません。'],
        ['review', '・取組みの振返り:文章がありません。'],
        ['contact', '・参考・お問合せ:文章がありません。'],
      ] as const
    ).map(([item, text]) => ({ text, settle: [{ kind: 'write-text', item }] })),
  );
});
