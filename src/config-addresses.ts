import { z } from 'zod';
import { configText } from './texts/config.ts';

const SSL_MODES: readonly (string | null)[] = [
  null,
  'disable',
  'no-verify',
  'prefer',
  'require',
  'verify-ca',
  'verify-full',
];

/** Where the part with user and password ends for a reader of addresses; a sign of it further on belongs to the password. */
const isSplitElsewhere = (url: string): boolean => /[/?#].*@/u.test(url.replace(/^\w+:\/\//u, ''));

/** Where a PostgreSQL is. */
export const DatabaseUrl: z.ZodType<string> = z.string().superRefine((url, context) => {
  const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
  if (!/^postgres(ql)?:\/\//u.test(url)) return refuse(configText.databaseUrl);
  if (isSplitElsewhere(url)) return refuse(configText.password);
  if (!URL.canParse(url)) return refuse(configText.databaseUrl);
  if (!SSL_MODES.includes(new URL(url).searchParams.get('sslmode'))) refuse(configText.sslMode);
});

const isDecodable = (text: string): boolean => {
  try {
    return decodeURIComponent(text) !== '';
  } catch {
    return false;
  }
};

/** Where a proxy is: without a word before it, `http://` is meant, as with every other program. */
export const ProxyUrl: z.ZodType<string> = z
  .string()
  .transform((typed) => (/^[a-z][a-z\d+.-]*:\/\//iu.test(typed) ? typed : `http://${typed}`))
  .superRefine((url, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (!/^https?:\/\//iu.test(url)) return refuse(configText.proxy);
    if (isSplitElsewhere(url) || !isDecodable(url)) return refuse(configText.password);
    if (!URL.canParse(url)) return refuse(configText.proxy);
    const { pathname, search } = new URL(url);
    if (pathname !== '/' || search !== '') refuse(configText.proxyPath);
  });
