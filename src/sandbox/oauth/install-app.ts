import type { Consent, Consents } from './consents.ts';

/** What the person sees in the end: the app's own page. */
export type InstallResult = {
  readonly status: number;
  readonly text: string;
  /** Where the app sends them on, if it does. */
  readonly location: string | null;
};

/** Where a page of the app sends people to be asked: by a redirect, or by the link on it. */
const authorizeAddress = async (response: Response): Promise<string> => {
  const redirected = response.headers.get('location');
  if (redirected !== null) return redirected;
  const [, link] = /href="([^"]*\/oauth\/v2\/authorize[^"]*)"/u.exec(await response.text()) ?? [];
  if (link === undefined) throw new Error(`no way to install: the app answered ${response.status}`);
  return link.replaceAll('&amp;', '&');
};

/** Answers what is asked at an authorize address, `no` for 許可しない. Gives where the person is sent. Throws with Slack's word where it shows an error. */
export const answerConsent = (consents: Consents, address: string, answer: Consent | 'no'): string => {
  const wish = consents.read(new URL(address).searchParams);
  if (typeof wish === 'string') throw new Error(wish);
  return answer === 'no' ? consents.deny(wish) : consents.allow(wish, answer);
};

/** Goes the whole way as a browser would, with its cookies: the app's install address, the question, back to the app. */
export const installByWeb = async (
  consents: Consents,
  installUrl: string,
  answer: Consent | 'no',
): Promise<InstallResult> => {
  const begun = await fetch(installUrl, { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const back = answerConsent(consents, await authorizeAddress(begun), answer);
  const ended = await fetch(back, { redirect: 'manual', headers: { cookie } });
  return { status: ended.status, text: await ended.text(), location: ended.headers.get('location') };
};
