import type { IssueContent } from '../../domain/newsletter/newsletter.ts';
import { readIssueContent } from '../../queries/newsletter.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** A published issue with all that is read in it. */
export type ExportedIssue = Pick<IssueContent, 'issue' | 'title' | 'articles' | 'partTexts'>;

/** Every published issue, the bytes of a photo by its id, and whom to ask. */
export type ExportedNewsletter = {
  readonly issues: readonly ExportedIssue[];
  readonly photoOf: (id: string) => Promise<Uint8Array | undefined>;
  readonly contact: string;
};

/** Reads the newsletter for its archive. */
export const exportNewsletter = async (
  { clock, db }: ServiceDeps,
  workspaceId: string,
): Promise<ExportedNewsletter> => {
  const record = db.record(workspaceId);
  const issues: ExportedIssue[] = [];
  for (const issue of await record.newsletterIssues.inState(['published']))
    issues.push(await readIssueContent(record, issue, clock.now()));
  return {
    issues,
    photoOf: async (id) => (await record.storedFiles.find(id))?.bytes,
    contact: (await record.settings.read()).contact,
  };
};
