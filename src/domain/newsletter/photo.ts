import { type Beginnings, fileTypeOf, type NamedBytes } from '../file-type.ts';
import type { Result } from '../result.ts';

/** What 写真 takes, by the ending of the name. */
export const PHOTO_TYPES = ['png', 'jpg', 'jpeg'] as const;
type NamedType = (typeof PHOTO_TYPES)[number];
export type PhotoType = Exclude<NamedType, 'jpeg'>;

/** The largest photo taken: 5 MB. */
export const MOST_PHOTO_BYTES: number = 5 * 1024 * 1024;

/** The most pixels a photo may have; today's telephones take pictures of 24 million. A small file may unfold to any number. */
export const MOST_PHOTO_PIXELS = 25_000_000;

/** The longer side of a photo once it is kept, in pixels: enough for a page and for paper. */
export const LONGEST_SIDE = 2560;

/** What pictures of each type begin with. */
const BEGINNING: Beginnings<NamedType> = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
};

/** The type of a picture by its ending and its first bytes; undefined where they do not agree. */
export const photoTypeOf = (file: NamedBytes): PhotoType | undefined => {
  const type = fileTypeOf(file, BEGINNING);
  return type === 'jpeg' ? 'jpg' : type;
};

/** A photo as it is kept and shown: the right way up, and without what a camera writes beside it (place, time, owner). */
export type CleanPhoto = { readonly type: PhotoType; readonly bytes: Uint8Array };

/** Why a photo is not taken. */
export type PhotoProblem =
  | 'photo-not-taken'
  | 'photo-unreadable'
  | 'photo-too-large'
  | 'photo-wrong-type'
  | 'photo-broken'
  | 'photo-too-many-pixels';

/** Reads a file as a photo; given to use cases, which know no picture format. */
export type PhotoReader = (file: NamedBytes) => Promise<Result<CleanPhoto, PhotoProblem>>;
