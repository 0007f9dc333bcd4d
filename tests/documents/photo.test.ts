import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createPhotoReader } from '../../src/documents/photo.ts';
import { MOST_PHOTO_BYTES } from '../../src/domain/newsletter/photo.ts';

const read = createPhotoReader();

/** A field of four colours, 32 wide and 16 high: red and green above blue and white. */
const COLOURS = [
  ['red', 'green'],
  ['blue', 'white'],
] as const;
const field = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="16">
        <rect width="16" height="8" fill="#f00"/><rect x="16" width="16" height="8" fill="#0f0"/>
        <rect y="8" width="16" height="8" fill="#00f"/><rect x="16" y="8" width="16" height="8" fill="#fff"/></svg>`,
    ),
  ).flatten();

const asFile = async (type: 'png' | 'jpg', orientation = 1): Promise<Uint8Array> => {
  const noted = field()
    .withExif({ IFD0: { Copyright: 'HIMITSU' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 34/1 0/1' } })
    .withMetadata({ orientation });
  return new Uint8Array(await (type === 'png' ? noted.png() : noted.jpeg({ quality: 95 })).toBuffer());
};

const colourAt = (pixels: Buffer, from: number): string => {
  const [r = 0, g = 0, b = 0] = [...pixels.subarray(from, from + 3)].map((part) => (part > 127 ? 1 : 0));
  return ['black', 'blue', 'green', 'cyan', 'red', 'magenta', 'yellow', 'white'][r * 4 + g * 2 + b] ?? '';
};

/** The colours in the four corners of a picture, by its pixels alone. */
const cornersOf = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => colourAt(data, (y * info.width + x) * info.channels);
  const [right, bottom] = [info.width - 3, info.height - 3];
  return [
    [at(2, 2), at(right, 2)],
    [at(2, bottom), at(right, bottom)],
  ];
};

const [[tl, tr], [bl, br]] = COLOURS;
/** How the field is seen, for each orientation of EXIF. */
const SEEN: readonly (readonly (readonly string[])[])[] = [
  COLOURS,
  [
    [tr, tl],
    [br, bl],
  ],
  [
    [br, bl],
    [tr, tl],
  ],
  [
    [bl, br],
    [tl, tr],
  ],
  [
    [tl, bl],
    [tr, br],
  ],
  [
    [bl, tl],
    [br, tr],
  ],
  [
    [br, tr],
    [bl, tl],
  ],
  [
    [tr, br],
    [tl, bl],
  ],
];

describe.each(['jpg', 'png'] as const)('a %s', (type) => {
  test.each(SEEN.map((seen, index) => [index + 1, seen] as const))(
    'of orientation %i is kept the right way up, without where and by whom it was taken',
    async (orientation, seen) => {
      const bytes = await asFile(type, orientation);
      expect(Buffer.from(bytes).includes('HIMITSU')).toBe(true);
      const got = await read({ name: `写真.${type}`, bytes });
      if (!got.ok) throw new Error(got.error);
      const { exif, icc, xmp, iptc, orientation: left, format } = await sharp(got.value.bytes).metadata();
      expect({ exif, icc, xmp, iptc, left, format }).toEqual({ format: type === 'jpg' ? 'jpeg' : 'png' });
      expect([got.value.type, Buffer.from(got.value.bytes).includes('HIMITSU')]).toEqual([type, false]);
      expect(await cornersOf(got.value.bytes)).toEqual(seen);
    },
  );

  test('that breaks off, or was spoilt anywhere, is told as broken or kept as what it became', async () => {
    const whole = await asFile(type);
    const half = whole.slice(0, whole.length / 2);
    expect(await read({ name: `半分.${type}`, bytes: half })).toEqual({ ok: false, error: 'photo-broken' });
    const spoilt = fc.array(
      fc.tuple(fc.integer({ min: 12, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [place, byte] of changes) bytes[place] = byte;
        const got = await read({ name: `傷.${type}`, bytes });
        if (!got.ok) expect(got.error).toMatch(/^photo-(?:broken|too-many-pixels)$/u);
      }),
      { numRuns: 100 },
    );
  });
});

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A black PNG of one bit a pixel: small as a file, however large it unfolds. */
const blackPng = (width: number, height: number): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))));
  return new Uint8Array(
    Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]),
  );
};

test('a picture that unfolds to 900 million pixels is refused by its header', async () => {
  const bytes = blackPng(30_000, 30_000);
  expect(bytes.length).toBeLessThan(MOST_PHOTO_BYTES);
  const before = process.memoryUsage().rss;
  expect(await read({ name: '黒.png', bytes })).toEqual({ ok: false, error: 'photo-too-many-pixels' });
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
});

test.each([
  [5000, 5000, 'png 2560 x 2560'],
  [5001, 5000, 'photo-too-many-pixels'],
  [25_000_000, 1, 'png 2560 x 1'],
  [8000, 2000, 'png 2560 x 640'],
  [2560, 3, 'png 2560 x 3'],
  [1, 1, 'png 1 x 1'],
])('%i x %i pixels: %s', async (width, height, expected) => {
  const got = await read({ name: '黒.png', bytes: blackPng(width, height) });
  const { format, width: w, height: h } = got.ok ? await sharp(got.value.bytes).metadata() : {};
  expect(got.ok ? `${format} ${w} x ${h}` : got.error).toBe(expected);
});

test.each([
  ['写真.png', SIGNATURE, 'photo-broken'],
  ['写真.jpg', Buffer.from([0xff, 0xd8, 0xff]), 'photo-broken'],
  ['写真.jpg', Buffer.from('\xff\xd8\xffただの文字', 'latin1'), 'photo-broken'],
  ['写真.png', Buffer.concat([SIGNATURE, Buffer.alloc(5000)]), 'photo-broken'],
  ['写真.jpg', SIGNATURE, 'photo-wrong-type'],
  [
    '写真.png',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    'photo-wrong-type',
  ],
  ['写真.gif', Buffer.from('GIF89a'), 'photo-wrong-type'],
  ['写真.png', Buffer.alloc(0), 'photo-wrong-type'],
])('%s of %j is %s', async (name, bytes, error) => {
  expect(await read({ name, bytes: new Uint8Array(bytes) })).toEqual({ ok: false, error });
});
