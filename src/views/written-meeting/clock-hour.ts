/** A time as a clock shows it: 9:00. */
export const clockHour = (time: string): string => time.replace(/^0/u, '');
