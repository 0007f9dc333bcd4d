import { z } from 'zod';
import { type ApiMethod, apiMethod, failure, jsonArgument } from './call.ts';
import { placeOf } from './places.ts';

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
    z.object({
      files: jsonArgument(z.array(z.object({ id: z.string() })).min(1)),
      channel_id: z.string().optional(),
      initial_comment: z.string().default(''),
    }),
    ({ files: named, channel_id: channelId, initial_comment: text }, { uploads, files, workspace }) => {
      const place = channelId === undefined ? undefined : placeOf(workspace, channelId);
      if (place?.ok === false) return failure(place.error);
      const completed = named.flatMap(({ id }) => uploads.complete(id) ?? []);
      if (completed.length !== named.length) return failure('file_not_found');
      if (place !== undefined)
        workspace.messages.post({
          channel: place.id,
          author: workspace.bot.userId,
          text,
          files: completed.map(({ id, name }) => ({ id, name })),
        });
      return { ok: true, files: completed.map(files.output) };
    },
    { scopes },
  ),
};
