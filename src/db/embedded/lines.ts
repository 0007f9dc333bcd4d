/** How a line begins by `LINE_PREFIX`: severity and SQLSTATE are what it is sorted by. */
const LINE = /^\S+ \S+ \S+ \[\d+\] (?<code>[0-9A-Z]{5}) (?<severity>[A-Z0-9]+): {2}(?<words>.*)$/u;

/** What begins each line of the server: time, process, SQLSTATE. */
export const LINE_PREFIX = '%m [%p] %e ';

/** Said of the line before. */
const MORE = ['DETAIL', 'HINT', 'CONTEXT', 'STATEMENT', 'QUERY', 'LOCATION'];

/** The server or its disk is in trouble, whoever asked for what: out of something, a system's error, its own. */
const OF_SERVER = /^(?:53|58|XX)/u;
/** Who was cut as the server stops, or came before it was ready, tries again. */
const PASSING = ['57P01', '57P03'];
/** Told as a mere remark, but something has died. */
const HAS_DIED = /was terminated by signal|exited with exit code [^01]|not properly shut down|^could not /u;

/** Whether a line tells of harm; undefined where it goes on about the line before. */
const harmIn = (line: string): boolean | undefined => {
  const { code = '', severity = '', words = '' } = LINE.exec(line)?.groups ?? {};
  if (severity === '') return line.startsWith('\t') ? undefined : true;
  if (MORE.includes(severity)) return undefined;
  if (severity === 'PANIC' || severity === 'WARNING' || OF_SERVER.test(code)) return true;
  if (severity === 'FATAL') return !PASSING.includes(code);
  // Of a statement that failed, who asked has heard, and tells of it where it matters.
  return severity === 'LOG' && HAS_DIED.test(words);
};

/** Sorts the server's own lines, one after the other: what tells of harm, with all that is said of it, and the rest. */
export const sortLines = ({
  harm,
  rest,
}: {
  readonly harm: (line: string) => void;
  readonly rest: (line: string) => void;
}): ((line: string) => void) => {
  let isHarm = false;
  return (line) => {
    isHarm = harmIn(line) ?? isHarm;
    (isHarm ? harm : rest)(line);
  };
};
