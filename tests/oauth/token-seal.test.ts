import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTokenSeal, type SealPlace } from '../../src/oauth/token-seal.ts';

const KEY = randomBytes(32);
const OTHER = randomBytes(32);
const seal = createTokenSeal(KEY);

const token = fc.string({ unit: 'grapheme', maxLength: 200 });
const place = fc.record<SealPlace>({
  installationId: fc.stringMatching(/^[TE][A-Z0-9]{2,12}$/u),
  column: fc.constantFrom('bot_token', 'refresh_token'),
});
const sealedToken = fc.tuple(token, place).map(([text, at]) => ({ text, at, sealed: seal.seal(text, at) }));

test('what was sealed opens where it stands, and shows nothing of the token', () => {
  fc.assert(
    fc.property(sealedToken, ({ text, at, sealed }) => {
      expect(seal.open(sealed, at, seal.keyId)).toBe(text);
      if (text.length > 3) expect(Buffer.from(sealed).includes(text)).toBe(false);
    }),
  );
});

test('the same token is never sealed alike', () => {
  fc.assert(
    fc.property(sealedToken, ({ text, at, sealed }) => {
      expect(Buffer.compare(seal.seal(text, at), sealed)).not.toBe(0);
    }),
  );
});

describe('it refuses', () => {
  test('any change of any byte', () => {
    fc.assert(
      fc.property(sealedToken, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ at, sealed }, where, by) => {
        const changed = Uint8Array.from(sealed);
        const index = where % changed.length;
        changed[index] = (changed[index] ?? 0) ^ by;
        expect(seal.open(changed, at, seal.keyId)).toBeUndefined();
      }),
    );
  });

  test('whatever is cut off or put behind', () => {
    fc.assert(
      fc.property(
        sealedToken,
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        ({ at, sealed }, cut, more) => {
          expect(seal.open(sealed.subarray(0, cut % sealed.length), at, seal.keyId)).toBeUndefined();
          expect(seal.open(Buffer.concat([sealed, more]), at, seal.keyId)).toBeUndefined();
        },
      ),
    );
  });

  test('another installation and another column', () => {
    fc.assert(
      fc.property(sealedToken, place, ({ at, sealed }, elsewhere) => {
        fc.pre(JSON.stringify(at) !== JSON.stringify(elsewhere));
        expect(seal.open(sealed, elsewhere, seal.keyId)).toBeUndefined();
      }),
    );
    const at: SealPlace = { installationId: 'T0A', column: 'bot_token' };
    expect(
      seal.open(seal.seal('xoxb-1', at), { ...at, column: 'refresh_token' }, seal.keyId),
    ).toBeUndefined();
  });

  test('another key, whatever that is called', () => {
    const other = createTokenSeal(OTHER);
    fc.assert(
      fc.property(sealedToken, ({ at, sealed }) => {
        expect(other.open(sealed, at, seal.keyId)).toBeUndefined();
        expect(other.open(sealed, at, other.keyId)).toBeUndefined();
      }),
    );
  });
});

test('the first key seals, each opens', () => {
  const both = createTokenSeal(OTHER, KEY);
  fc.assert(
    fc.property(sealedToken, ({ text, at, sealed }) => {
      expect(both.open(sealed, at, seal.keyId)).toBe(text);
      const anew = both.seal(text, at);
      expect(both.open(anew, at, both.keyId)).toBe(text);
      expect(seal.open(anew, at, both.keyId)).toBeUndefined();
    }),
  );
  expect(both.keyId).not.toBe(seal.keyId);
  expect(seal.keyId).toMatch(/^[0-9a-f]{8}$/u);
});
