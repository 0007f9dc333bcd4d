import { putOpinions } from '../../support/asked-opinions.ts';
import type { Practice } from '../../support/practice.ts';
import { answerTo, rowsOf, WORKSPACE, withDatabase } from '../steps.ts';

const put = (practice: Practice): Promise<readonly string[]> =>
  withDatabase(practice, (db) => putOpinions(db, WORKSPACE, practice.clock.now(), [{}]));

/** An opinion to be cancelled and restored, with all of it that the record and the list have. */
export const opinionToUndo = async (practice: Practice) => {
  const [id = ''] = await put(practice);
  return {
    button: 'opinion.cancel',
    id,
    state: async () => {
      const rows = await rowsOf(practice, 'select * from opinion where id = $1', [id]);
      const list = await answerTo(practice.secretary, '/kyodo-opinion', '一覧 R7');
      return [rows.map(({ revision: _, ...row }) => row), list.plain];
    },
  };
};

/** Its number is another's by now. */
export const takeNumber = async (practice: Practice): Promise<string> => {
  await put(practice);
  return '令和7年度の番号「1」は、ほかの評価・意見にあります。';
};
