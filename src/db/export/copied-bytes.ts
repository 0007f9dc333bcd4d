/** Before the first row of what COPY gives in its binary form: signature, flags, length of an extension that there is none of. */
const HEADER_BYTES = 19;
/** The length that stands before a field, and what stands after the last row. */
const LENGTH_BYTES = 4;
const END_BYTES = 2;
/** Of a row with one field: how many fields, and the length of the field. */
const ROW_BYTES = HEADER_BYTES + 2 + LENGTH_BYTES;

/**
 * The bytes of the one field of the one row in what `copy … to stdout (format binary)` gives, piece by piece ("COPY", Binary Format):
 * no more of a file is in memory than what has just arrived.
 */
export async function* onlyField(copied: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let before = Buffer.alloc(0);
  let left: number | undefined;
  for await (const piece of copied) {
    let rest: Uint8Array = piece;
    if (left === undefined) {
      before = Buffer.concat([before, piece]);
      if (before.length < ROW_BYTES) continue;
      left = before.readInt32BE(ROW_BYTES - LENGTH_BYTES);
      rest = before.subarray(ROW_BYTES);
    }
    const own = rest.subarray(0, left);
    left -= own.length;
    if (own.length > 0) yield own;
  }
  if (left !== 0) throw new Error('the database gave no whole file');
}

/**
 * Such a row of some fields with one more at its end, for `copy … from stdin (format binary)`: `row` is what COPY gave of the one row,
 * `length` how many bytes the field will have.
 */
export async function* withField(
  row: Buffer,
  length: number,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const before = Buffer.alloc(row.length - END_BYTES + LENGTH_BYTES);
  row.copy(before, 0, 0, row.length - END_BYTES);
  before.writeInt16BE(row.readInt16BE(HEADER_BYTES) + 1, HEADER_BYTES);
  before.writeInt32BE(length, before.length - LENGTH_BYTES);
  yield before;
  yield* content;
  yield row.subarray(-END_BYTES);
}

/** Whether COPY gave a row at all. */
export const hasRow = (copied: Buffer): boolean => copied.length > HEADER_BYTES + END_BYTES;
