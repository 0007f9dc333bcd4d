import type { IncomingMessage } from 'node:http';

/** The largest request taken, in bytes; a form is a quarter of that at most. */
export const MOST_BYTES = 1024 * 1024;

/** The body of a request as text; or why there is none: of what is longer than `MOST_BYTES` nothing is kept. */
export const readBody = async (
  request: IncomingMessage,
): Promise<{ readonly text: string } | 'length' | 'broken-off'> => {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return 'length';
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= MOST_BYTES) chunks.push(chunk);
      else resolve('length');
    });
    request.once('end', () => resolve({ text: Buffer.concat(chunks).toString('utf8') }));
    request.on('error', () => resolve('broken-off'));
    request.once('close', () => resolve('broken-off'));
  });
};

const FORM = 'application/x-www-form-urlencoded';

/** What a body says; undefined when it is neither a form nor JSON. */
export const parseBody = (text: string, contentType: string): { readonly body: unknown } | undefined => {
  try {
    // Proxies may add a charset to the content type.
    if (contentType.split(';', 1)[0]?.trim().toLowerCase() !== FORM) return { body: JSON.parse(text) };
    const fields = new URLSearchParams(text);
    const payload = fields.get('payload');
    return { body: payload === null ? Object.fromEntries(fields) : JSON.parse(payload) };
  } catch {
    return undefined;
  }
};
