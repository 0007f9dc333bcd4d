import { z } from 'zod';
import { type ApiMethod, apiMethod, failure, jsonArgument } from './call.ts';

const scopes = ['files:write'];

/** How the bot brings a file: it asks for an address, sends the bytes there, and completes it. */
export const fileUploadMethods: Readonly<Record<string, ApiMethod>> = {
  'files.getUploadURLExternal': apiMethod(
    z.object({ filename: z.string().min(1), length: z.coerce.number().int().positive() }),
    ({ filename, length }, { uploads, uploadUrl }) => {
      const { fileId, ticket } = uploads.announce(filename, length);
      return { ok: true, upload_url: uploadUrl(ticket), file_id: fileId };
    },
    { scopes },
  ),

  'files.completeUploadExternal': apiMethod(
    z.object({ files: jsonArgument(z.array(z.object({ id: z.string() })).min(1)) }),
    ({ files: named }, { uploads, files }) => {
      const completed = named.flatMap(({ id }) => uploads.complete(id) ?? []);
      return completed.length === named.length
        ? { ok: true, files: completed.map(files.output) }
        : failure('file_not_found');
    },
    { scopes },
  ),
};
