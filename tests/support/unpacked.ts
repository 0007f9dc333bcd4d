import { unzipSync } from 'fflate';

/** What a file says: its bytes as text, and where it is packed (zip, docx, xlsx), what is in each file within, however deep. */
export const unpacked = (bytes: Uint8Array): readonly string[] => [
  Buffer.from(bytes).toString('utf8'),
  ...(Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004'
    ? Object.values(unzipSync(bytes)).flatMap(unpacked)
    : []),
];
