const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A line of `linesOf` as the text of an element. */
export const escapeXml = (line: string): string => line.replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? sign);
