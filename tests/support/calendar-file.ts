import ICAL from 'ical.js';

/** An event as another library than the one that wrote it reads it. `last` is the last day that it takes. */
export type ReadEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly first: string;
  readonly last: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly status: string;
  readonly stamp: string;
  readonly changed: string | null;
  /** Other properties that it has, by name. */
  readonly others: readonly string[];
};

/** A file of a calendar, read back, and what of it is against RFC 5545 as far as bytes show. */
export type ReadCalendar = {
  readonly properties: Readonly<Record<string, string>>;
  readonly events: readonly ReadEvent[];
  readonly faults: readonly string[];
};

const TOLD = [
  'uid',
  'sequence',
  'dtstart',
  'dtend',
  'summary',
  'description',
  'location',
  'status',
  'dtstamp',
];
const MOST_OCTETS = 75;
const strict = new TextDecoder('utf-8', { fatal: true });

/** What is wrong with a line: it is 75 octets long at most, its letters are whole, and none is a control. */
const faultsOfLine = (octets: Buffer): readonly string[] => {
  const long = octets.length > MOST_OCTETS ? [`${octets.length} octets`] : [];
  try {
    return [...long, ...(/[^\P{Cc}\t]/u.test(strict.decode(octets)) ? ['a control letter'] : [])];
  } catch {
    return [...long, 'a divided letter'];
  }
};

/** Lines end with CRLF, the last one too. */
const faultsOf = (bytes: Uint8Array): readonly string[] => {
  const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
  return [
    ...(lines.at(-1) === '' ? [] : ['the last line does not end']),
    ...lines.flatMap((line, index) =>
      faultsOfLine(Buffer.from(line, 'latin1')).map((fault) => `line ${index + 1}: ${fault}`),
    ),
  ];
};

const textOf = (component: ICAL.Component, name: string): string =>
  String(component.getFirstPropertyValue(name) ?? '');

const eventOf = (component: ICAL.Component): ReadEvent => {
  const event = new ICAL.Event(component);
  const { startDate, endDate } = event;
  if (!startDate.isDate || !endDate.isDate) throw new Error('not of whole days');
  const last = endDate.clone();
  last.adjust(-1, 0, 0, 0);
  const changed = textOf(component, 'last-modified');
  return {
    uid: event.uid,
    sequence: event.sequence,
    first: startDate.toString(),
    last: last.toString(),
    summary: event.summary,
    description: event.description,
    location: event.location,
    status: textOf(component, 'status'),
    stamp: textOf(component, 'dtstamp'),
    changed: changed === '' ? null : changed,
    others: component
      .getAllProperties()
      .map(({ name }) => name)
      .filter((name) => !TOLD.includes(name) && name !== 'last-modified'),
  };
};

/** Reads a file of a calendar back; throws where it is no such file. */
export const readCalendar = (bytes: Uint8Array): ReadCalendar => {
  const calendar = new ICAL.Component(ICAL.parse(strict.decode(bytes)));
  return {
    properties: Object.fromEntries(
      calendar.getAllProperties().map((property) => [property.name, String(property.getFirstValue())]),
    ),
    events: calendar.getAllSubcomponents('vevent').map(eventOf),
    faults: faultsOf(bytes),
  };
};
