import { z } from 'zod';
import { type ApiMethod, apiMethod, failure } from './call.ts';

export const fileMethods: Readonly<Record<string, ApiMethod>> = {
  'files.info': apiMethod(
    z.object({ file: z.string() }),
    ({ file: id }, { files }) => {
      const found = files.find(id);
      if (found === undefined) return failure('file_not_found');
      return { ok: true, file: files.output(found), comments: [], response_metadata: { next_cursor: '' } };
    },
    { scopes: ['files:read'] },
  ),
};
