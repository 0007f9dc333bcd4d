import { z } from 'zod';
import { readPromoterFile } from '../../documents/csv/promoter.ts';
import { rosterCsv, rosterSampleCsv } from '../../documents/csv/roster.ts';
import { currentFiscalYear, printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { todayInTokyo } from '../../domain/calendar/local-date.ts';
import { isSecretariat } from '../../domain/permission.ts';
import type { ImportedRoster } from '../../domain/roster/import.ts';
import { connectPeople } from '../../services/person/match.ts';
import { exportRoster } from '../../services/roster/export-roster.ts';
import { importReadRoster } from '../../services/roster/import-promoters.ts';
import { openRosterImport } from '../../services/roster/open-import.ts';
import { type RosterFile, readRosterFile } from '../../services/roster/read-file.ts';
import { importFileText } from '../../texts/import-file.ts';
import {
  ROSTER_CSV_BUTTON,
  ROSTER_IMPORT_FORM,
  ROSTER_IMPORT_HELP,
  rosterImportText,
} from '../../texts/roster-import.ts';
import {
  rosterImported,
  rosterImportForm,
  rosterImporting,
  rosterNotice,
  rosterPreview,
  rosterReading,
  rosterSentence,
} from '../../views/roster/import.ts';
import { filled } from '../answer.ts';
import { readJson } from '../modal-input.ts';
import { sendOwnFile } from '../own-file.ts';
import type { Asked, ButtonRequest, Feature, FormSubmission, HandlerDeps } from '../types.ts';

/** 名簿を取り込む. */
const openImport =
  (deps: HandlerDeps) =>
  async ({ actor, openForm, refuse }: Asked): Promise<void> => {
    const opened = await openRosterImport(deps, actor);
    await (opened.ok ? openForm(rosterImportForm()) : refuse(opened.error));
  };

/** A fiscal year, or `new` for that of today. */
const Year = z.union([z.coerce.number().int(), z.literal('new').transform(() => undefined)]);

/** 名簿をCSVで受け取る: the file comes into one's own messages with the bot. */
const sendCsv =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const { actor, value, refuse } = request;
    const year = Year.parse(value) ?? currentFiscalYear(todayInTokyo(deps.clock.now()));
    const roster = await exportRoster(deps, year, actor);
    if (!roster.ok) return refuse(roster.error);
    const file = { name: rosterImportText.csvName(year), bytes: rosterCsv(roster.value) };
    const beside = rosterImportText.csvWords(printFiscalYear(year));
    await sendOwnFile(deps, request, file, { beside, sent: rosterImportText.csvSent });
  };

/** 見本のCSV. */
const sendSample =
  (deps: HandlerDeps) =>
  async (request: ButtonRequest): Promise<void> => {
    const opened = await openRosterImport(deps, request.actor);
    if (!opened.ok) return request.refuse(opened.error);
    const year = currentFiscalYear(todayInTokyo(deps.clock.now()));
    const file = { name: rosterImportText.sampleName, bytes: rosterSampleCsv(year) };
    const words = { beside: rosterImportText.sampleWords, sent: importFileText.sampleSent };
    await sendOwnFile(deps, request, file, words);
  };

/** What is read before Slack is answered, which takes 3 seconds at most: about 3,000 rows. */
const SMALL_BYTES = 200_000;
const MOST_BYTES = 5 * 1024 * 1024;

const ChosenFile = z.object({ file: z.tuple([z.string().regex(/^F[A-Z0-9]+$/u)]) });

/** 名簿を取り込む was submitted: 取込みの確認 comes on top, at once or when a large file is read. */
const submitFile = filled(ChosenFile, async (deps, { actor, key, draft, reject, push, pushThen }) => {
  const [fileId] = draft.file;
  const readUpTo = (mostBytes: RosterFile['mostBytes']) =>
    readRosterFile(deps, { mostBytes, read: readPromoterFile }, { key, draft: fileId }, actor);
  const read = await readUpTo(SMALL_BYTES);
  if (read.ok) return push(rosterPreview(read.value));
  if (read.error.kind !== 'file' || read.error.problem !== 'too-large')
    return reject({ file: rosterSentence(read.error) });
  await pushThen(rosterReading(), async () => {
    const large = await readUpTo(MOST_BYTES);
    return large.ok ? rosterPreview(large.value) : rosterNotice(rosterSentence(large.error));
  });
});

/** A file with at most this many changes is applied before Slack is answered. */
const FEW_CHANGES = 500;

/** What 取込みの確認 carries; `changes` only says whether to let the person wait. */
const Approval = z.object({ keptId: z.uuid(), changes: z.number() });

/** 取込みの確認 was submitted. */
const submitApproval =
  (deps: HandlerDeps) =>
  async ({ actor, key, metadata, show, showThen, reject, pushThen }: FormSubmission): Promise<void> => {
    const { keptId, changes } = readJson(Approval, metadata);
    const approve = () => importReadRoster(deps, { key, draft: keptId }, actor);
    const connected = async (done: ImportedRoster) =>
      rosterImported(done, await connectPeople(deps, actor.workspaceId, done.people));
    if (changes > FEW_CHANGES)
      return pushThen(rosterImporting(), async () => {
        const approved = await approve();
        if (!approved.ok) return rosterNotice(rosterSentence(approved.error));
        const { value } = approved;
        if (value.kind === 'otherwise') return rosterPreview(value, true);
        return connected(value.done);
      });
    const approved = await approve();
    if (!approved.ok) return reject({ '': rosterSentence(approved.error) });
    const { value } = approved;
    if (value.kind === 'otherwise') return show(rosterPreview(value, true));
    const { done } = value;
    await showThen(rosterImported(done), () => connected(done));
  };

/** 名簿を取り込む: by file, after a look at what would change. */
export const promoterImportFeature: Feature = {
  noun: 'roster',
  commands: {
    '/kyodo-promoter': [
      {
        words: ['取込', 'import'],
        audience: 'secretariat',
        does: ROSTER_IMPORT_HELP.import,
        handle: openImport,
      },
    ],
  },
  buttons: {
    'promoter.import.open': openImport,
    'promoter.import-sample': sendSample,
    'promoter.csv': sendCsv,
  },
  forms: { 'promoter.import': submitFile, 'promoter.import-approve': submitApproval },
  openers: [
    { actionId: 'promoter.import.open', words: ROSTER_IMPORT_FORM, may: isSecretariat },
    { actionId: 'promoter.csv', words: ROSTER_CSV_BUTTON, may: isSecretariat },
  ],
};
