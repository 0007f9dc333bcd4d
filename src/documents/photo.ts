import type { Sharp } from 'sharp';
import {
  LONGEST_SIDE,
  MOST_PHOTO_PIXELS,
  type PhotoReader,
  type PhotoType,
  photoTypeOf,
} from '../domain/newsletter/photo.ts';
import { refuse, succeed } from '../domain/result.ts';

/** A picture that takes longer to unfold than people wait for a form is none for it. */
const WITHIN_SECONDS = 5;
const JPEG_QUALITY = 85;

const asType = (picture: Sharp, type: PhotoType): Sharp =>
  type === 'png' ? picture.png() : picture.jpeg({ quality: JPEG_QUALITY });

/** Loaded with the first photo: most processes never see one. */
const loadSharp = async () => {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
};

const read: PhotoReader = async (file) => {
  const type = photoTypeOf(file);
  if (type === undefined) return refuse('photo-wrong-type');
  const sharp = await loadSharp();
  try {
    // The header alone: nothing is unfolded before its size is known.
    const { width, height } = await sharp(file.bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PHOTO_PIXELS) return refuse('photo-too-many-pixels');
    const picture = sharp(file.bytes, { limitInputPixels: MOST_PHOTO_PIXELS, failOn: 'error' })
      .timeout({ seconds: WITHIN_SECONDS })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    return succeed({ type, bytes: new Uint8Array(await asType(picture, type).toBuffer()) });
  } catch {
    // Whatever the library has to say against a picture, to its writer it is one that can't be opened.
    return refuse('photo-broken');
  }
};

/**
 * Reads pictures one after the other, so that two that unfold to 25 million pixels are never in memory at once. PNG stays PNG
 * and JPEG JPEG; orientation is applied, EXIF and other notes are left out, and it is made no larger than is of use.
 */
export const createPhotoReader = (): PhotoReader => {
  let last: Promise<unknown> = Promise.resolve();
  return (file) => {
    const mine = last.then(() => read(file));
    last = mine.catch(() => undefined);
    return mine;
  };
};
