import { z } from 'zod';
import type { DocumentPart, TextDocument } from './text-document.ts';

const Lines = z.array(z.string());

const KeptPart = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    text: z.string(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  }),
  z.object({ kind: z.literal('lines'), lines: Lines }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ label: z.string(), lines: Lines })) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.object({ heading: z.string(), share: z.number() })),
    rows: z.array(z.array(Lines)),
  }),
]);

/** The form in which documents are kept now. An older one is read for ever: it gets a schema of its own beside this. */
const VERSION = 1;

const KeptDocument = z.object({
  version: z.literal(VERSION),
  title: z.string(),
  running: z.string(),
  contents: z.boolean(),
  parts: z.array(KeptPart),
});

/** A document as the record keeps it: JSON of what it says. Its pictures, and what a spreadsheet alone has, are not in it. */
export type KeptDocument = z.infer<typeof KeptDocument>;

const keptParts = (part: DocumentPart): readonly z.infer<typeof KeptPart>[] => {
  switch (part.kind) {
    case 'picture':
      return [];
    case 'heading':
      return [{ ...part, level: part.level ?? 1 }];
    default:
      // A table's `days`, and whatever else only some writers read, is left out by the schema.
      return [KeptPart.parse(part)];
  }
};

/** A document in the form in which it is kept. */
export const keepDocument = ({ title, running, contents, parts }: TextDocument): KeptDocument => ({
  version: VERSION,
  title,
  running,
  contents: contents === true,
  parts: parts.flatMap(keptParts),
});

/** Reads a document back from what was kept of it; throws where that is no such document. */
export const readKept = (kept: unknown): TextDocument => {
  const { version: _, contents, ...document } = KeptDocument.parse(kept);
  return { ...document, ...(contents ? { contents } : {}) };
};
