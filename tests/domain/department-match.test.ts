import { describe, expect, test } from 'vitest';
import { sectionsSought } from '../../src/domain/department-match.ts';

/** 課・室等 by what is typed of their names. */

const CITY = [
  ['総務部', ['総務課', '人事課', 'ＩＣＴ推進室']],
  ['こども部', ['こども総務課', '保育課']],
  ['健康部', ['国保年金課', '健康づくり推進課']],
  ['教育委員会', ['総務課', 'センター']],
] as const;
const DEPARTMENTS = CITY.map(([name, sections], index) => ({
  ...{ id: name, name, position: index + 1 },
  sections: sections.map((section, position) => ({
    ...{ id: `${name}/${section}`, departmentId: name, name: section },
    ...{ position, endedOn: null },
  })),
}));
const found = (typed: string): readonly string[] => sectionsSought(DEPARTMENTS, typed).map(({ id }) => id);

const ALL = CITY.flatMap(([department, sections]) => sections.map((section) => `${department}/${section}`));

describe('sections sought by', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['nothing: all as they are in order', '', ALL],
    ['spaces alone', ' 　', ALL],
    [
      'a name that two have, before those that only have it in theirs',
      '総務課',
      ['総務部/総務課', '教育委員会/総務課', 'こども部/こども総務課'],
    ],
    [
      'a beginning, before what has it later and what is of such a 部局',
      '総務',
      ['総務部/総務課', '教育委員会/総務課', 'こども部/こども総務課', '総務部/人事課', '総務部/ＩＣＴ推進室'],
    ],
    ['部局 and 課 in one', '総務部総務課', ['総務部/総務課']],
    ['words in any order, all of them', '推進　健康', ['健康部/健康づくり推進課']],
    ['katakana for hiragana', 'コドモ　保育', ['こども部/保育課']],
    ['half-width kana', 'ｾﾝﾀｰ', ['教育委員会/センター']],
    ['letters of another width and case', 'ict', ['総務部/ＩＣＴ推進室']],
    ['what is in no name', '水道', []],
  ])('%s', (_what, typed, sections) => {
    expect(found(typed)).toEqual(sections);
  });
});
