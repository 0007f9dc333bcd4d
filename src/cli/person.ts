import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';
import { readPersonHoldings } from '../db/person-holdings.ts';
import { createLog, openRecord, systemClock } from '../deps.ts';
import { personDocument } from '../documents/person/document.ts';
import { writeDocument } from '../documents/writing/write.ts';
import { trusted } from '../domain/actor.ts';
import { readFileFormat } from '../domain/file-format.ts';
import { noteDisclosure } from '../services/person/disclose.ts';
import { cliText } from '../texts/cli.ts';
import { personFileText as text } from '../texts/person-file.ts';
import { CommandEnd, EXIT, say } from './output.ts';
import { chooseWorkspace, operator } from './record.ts';

export type PersonOptions = { readonly out: string; readonly workspace?: string };

/** Writes a file that its owner alone may read, one that was there before too. */
const writePrivately = async (out: string, bytes: Uint8Array): Promise<void> => {
  const write = async (): Promise<void> => {
    await writeFile(out, '', { mode: 0o600 });
    await chmod(out, 0o600);
    await writeFile(out, bytes);
  };
  await write().catch(() => {
    throw new CommandEnd(EXIT.refused, cliText.notWritten(out));
  });
  say(cliText.written(out));
};

/** `person MAIL --out FILE`: everything that the record holds about one person, and where it stands (開示請求). */
export const person = async (
  config: Config,
  typed: string,
  { out, workspace }: PersonOptions,
): Promise<void> => {
  const format = readFileFormat(path.extname(out));
  if (format === undefined) throw new CommandEnd(EXIT.usage, text.unknownFormat(out));
  const who = typed.trim();
  if (who === '') throw new CommandEnd(EXIT.usage, text.nothing(who));
  const { connection, db, close } = await openRecord(config, createLog('silent'));
  try {
    const workspaceId = await chooseWorkspace(db, config, workspace);
    const held = await readPersonHoldings(connection, workspaceId, who);
    if (held === undefined) throw new CommandEnd(EXIT.refused, text.several(who));
    const { sought, rows, others, called } = held;
    if (rows.length === 0) throw new CommandEnd(EXIT.refused, text.nothing(who));
    const at = systemClock.now();
    const document = personDocument({ typed: who, words: sought.words, others, called, rows, at });
    const actor = trusted(workspaceId, operator(), 'cli');
    const bytes = await writeDocument(document, format);
    await noteDisclosure({ clock: systemClock, db }, sought.id, actor);
    await writePrivately(out, bytes);
    say(text.counted(rows.length));
  } finally {
    await close();
  }
};
