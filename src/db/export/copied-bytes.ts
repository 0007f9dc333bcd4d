/** Before the first row of what COPY gives in its binary form: signature, flags, length of an extension that there is none of. */
const HEADER_BYTES = 19;
/** Of a row with one field: how many fields, and the length of the field. */
const ROW_BYTES = HEADER_BYTES + 2 + 4;

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
      left = before.readInt32BE(ROW_BYTES - 4);
      rest = before.subarray(ROW_BYTES);
    }
    const own = rest.subarray(0, left);
    left -= own.length;
    if (own.length > 0) yield own;
  }
  if (left !== 0) throw new Error('the database gave no whole file');
}
