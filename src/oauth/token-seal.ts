import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Where a sealed token stands: it opens nowhere else. */
export type SealPlace = { readonly installationId: string; readonly column: 'bot_token' | 'refresh_token' };

/** Seals tokens for the record, and opens them. */
export type TokenSeal = {
  /** The key that seals, as the record names it. */
  readonly keyId: string;
  readonly seal: (token: string, place: SealPlace) => Uint8Array;
  /** The token; undefined where none of the keys opens it, or it was changed or moved since. */
  readonly open: (sealed: Uint8Array, place: SealPlace, keyId: string) => string | undefined;
};

const CIPHER = 'aes-256-gcm';
/** What NIST SP 800-38D names for GCM: 96 bits that come but once with a key, and a tag of 128. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key's name: the first eight hexadecimal digits of its SHA-256, which tell nothing of it. */
export const keyName = (key: Uint8Array): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 8);

/** What is sealed along with a token without being hidden: a token under another name does not open. */
const bound = ({ installationId, column }: SealPlace): Buffer =>
  Buffer.from(JSON.stringify([installationId, column]));

/**
 * AES-256-GCM over keys of 32 bytes: the first seals, each opens, so that a key is changed by naming the new one before the old
 * one. A sealed token is the nonce, the cipher text and the tag, one behind the other.
 */
export const createTokenSeal = (first: Uint8Array, ...older: readonly Uint8Array[]): TokenSeal => {
  const keys = new Map([first, ...older].map((key) => [keyName(key), key]));
  return {
    keyId: keyName(first),
    seal: (token, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, first, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(bound(place));
      return Buffer.concat([nonce, cipher.update(token, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, place, keyId) => {
      const key = keys.get(keyId);
      if (key === undefined || sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(bound(place));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        // The tag is not that of what is there.
        return undefined;
      }
    },
  };
};
