import parse from 'parse-prometheus-text-format';
import { z } from 'zod';

/** A sample as a reader of Prometheus' text has it that is not the library which wrote it: `name{label="…"}` → value. */
export type Samples = Readonly<Record<string, number>>;

const Labels = z.record(z.string(), z.string()).default({});
const Families = z.array(
  z.object({
    name: z.string(),
    help: z.string(),
    type: z.enum(['COUNTER', 'GAUGE', 'UNTYPED']),
    metrics: z.array(z.object({ labels: Labels, value: z.string() })),
  }),
);

const nameOf = (name: string, labels: Readonly<Record<string, string>>): string => {
  const told = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return told.length === 0 ? name : `${name}{${told.join(',')}}`;
};

/** The reader makes one histogram of all that differ by their labels: it is told of none, and gives each sample. */
const HISTOGRAM = /^# TYPE \S+ histogram$/gmu;

/** The samples of a page of figures; of a histogram its `_count`, `_sum` and `_bucket`. */
export const readMetrics = (text: string): Samples =>
  Object.fromEntries(
    Families.parse(parse(text.replace(HISTOGRAM, ''))).flatMap(({ name, metrics }) =>
      metrics.map(({ labels, value }) => [nameOf(name, labels), Number(value)] as const),
    ),
  );

/** Those whose name begins so, each by the rest of it. */
export const samplesOf = (samples: Samples, name: string): Samples =>
  Object.fromEntries(
    Object.entries(samples).flatMap(([each, value]) =>
      each.startsWith(name) ? [[each.slice(name.length), value]] : [],
    ),
  );
