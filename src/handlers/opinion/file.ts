import { opinionFile } from '../../documents/opinion/file.ts';
import { type FiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { readYearAndFormat } from '../../domain/chapter5/wanted.ts';
import { hasAnswer } from '../../domain/opinion/desk.ts';
import { OPINION_FORMATS, type OpinionFormat, readOpinionFormat } from '../../domain/opinion/format.ts';
import { YearPart } from '../../domain/parts.ts';
import { type OpinionsToTake, takeOpinions } from '../../services/opinion/take.ts';
import { OPINION_FILE_HELP, opinionFileText } from '../../texts/opinion-file.ts';
import { opinionFilesMessage, opinionFileUnreadable } from '../../views/opinion/files.ts';
import { sendOwnFile } from '../own-file.ts';
import type { Asked, ButtonRequest, CommandRequest, Feature, Handler, HandlerDeps } from '../types.ts';

const send = async (
  deps: HandlerDeps,
  asked: Pick<Asked, 'actor' | 'answer' | 'refuse'>,
  taken: OpinionsToTake,
  format: OpinionFormat,
): Promise<void> => {
  const title = opinionFileText.title(printFiscalYear(taken.year));
  await sendOwnFile(deps, asked, await opinionFile(taken, format), {
    beside: opinionFileText.beside(title),
    sent: opinionFileText.sent(title),
  });
};

/** What has no answer, and the formats; the file at once where one is named and nothing is left. */
const offer = async (
  deps: HandlerDeps,
  asked: Pick<Asked, 'actor' | 'answer' | 'refuse'>,
  year: FiscalYear,
  format?: OpinionFormat,
): Promise<void> => {
  const taken = await takeOpinions(deps, year, asked.actor);
  if (!taken.ok) return asked.refuse(taken.error);
  const { listed } = taken.value;
  await (format !== undefined && listed.length > 0 && listed.every(hasAnswer)
    ? send(deps, asked, taken.value, format)
    : asked.answer(opinionFilesMessage(taken.value)));
};

/** 出力 [年度] [形式]. */
const typeFile: Handler<CommandRequest> =
  (deps) =>
  async ({ words, ...asked }) => {
    const wanted = readYearAndFormat(words, todayInTokyo(deps.clock.now()), readOpinionFormat);
    await (wanted === undefined
      ? asked.answer(opinionFileUnreadable(words))
      : offer(deps, asked, wanted.year, wanted.format));
  };

const openFiles: Handler<ButtonRequest> = (deps) => (request) =>
  offer(deps, request, YearPart.parse(request.value));

/** The file comes into one's own messages; where it was asked for, that it has come stands in place of the question. */
const sendFile =
  (format: OpinionFormat): Handler<ButtonRequest> =>
  (deps) =>
  async (request) => {
    const taken = await takeOpinions(deps, YearPart.parse(request.value), request.actor);
    await (taken.ok
      ? send(deps, { ...request, answer: request.replace }, taken.value, format)
      : request.refuse(taken.error));
  };

/** 評価・意見に対する市の調査・検討 as a file. */
export const opinionFileFeature: Feature = {
  noun: 'report',
  commands: {
    '/kyodo-opinion': [
      {
        words: ['出力', 'file'],
        argument: OPINION_FILE_HELP.argument,
        audience: 'secretariat',
        does: OPINION_FILE_HELP.file,
        handle: typeFile,
      },
    ],
  },
  buttons: {
    'opinion-file.open': openFiles,
    ...Object.fromEntries(OPINION_FORMATS.map((format) => [`opinion-file.${format}`, sendFile(format)])),
  },
};
