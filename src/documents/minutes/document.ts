import { MINUTES_COLUMN, MINUTES_HEADING, minutesText } from '../../texts/minutes.ts';
import type { DocumentPart, TextDocument } from '../writing/text-document.ts';
import type { ActionRow } from './actions.ts';
import type { Minutes } from './model.ts';
import type { ItemRow } from './rows.ts';

const section = (text: string, parts: readonly DocumentPart[]): readonly DocumentPart[] => [
  { kind: 'heading', text },
  ...parts,
];

const linesOrUnrecorded = (lines: readonly string[]): DocumentPart => ({
  kind: 'lines',
  lines: lines.length === 0 ? [minutesText.unrecorded] : lines,
});

const named = (label: string, lines: readonly string[]): readonly DocumentPart[] =>
  lines.length === 0 ? [] : [{ kind: 'facts', facts: [{ label, lines }] }];

const attendanceParts = ({
  heading,
  column,
  counts,
  members,
  others,
  otherAbsences,
}: Minutes['attendance']) => {
  const parts: readonly DocumentPart[] = [
    ...(members.length === 0
      ? []
      : ([
          { kind: 'lines', lines: [counts] },
          {
            kind: 'table',
            caption: heading,
            columns: [
              { heading: MINUTES_COLUMN.office, share: 14 },
              { heading: MINUTES_COLUMN.title, share: 30 },
              { heading: MINUTES_COLUMN.name, share: 22 },
              { heading: column, share: 34 },
            ],
            rows: members.map(({ office, title, name, presence }) => [[office], [title], [name], [presence]]),
          },
        ] as const)),
    ...(members.length === 0 && others.length > 0
      ? ([{ kind: 'lines', lines: others }] as const)
      : named(minutesText.others, others)),
    ...named(minutesText.otherAbsences, otherAbsences),
  ];
  return section(heading, parts.length === 0 ? [linesOrUnrecorded([])] : parts);
};

/** 結果 and 意見 are columns where an item has any. */
const itemsPart = (items: readonly ItemRow[]): DocumentPart => {
  const has = (part: 'result' | 'opinions'): boolean => items.some((item) => item[part].length > 0);
  const of = [
    ...(has('result') ? [{ heading: MINUTES_COLUMN.result, share: 22, part: 'result' } as const] : []),
    ...(has('opinions') ? [{ heading: MINUTES_COLUMN.opinions, share: 30, part: 'opinions' } as const] : []),
  ];
  const rest = of.reduce((sum, { share }) => sum + share, 0);
  return {
    kind: 'table',
    caption: MINUTES_HEADING.items,
    columns: [
      { heading: MINUTES_COLUMN.no, share: 8 },
      { heading: MINUTES_COLUMN.item, share: 82 - rest },
      { heading: MINUTES_COLUMN.kind, share: 10 },
      ...of.map(({ heading, share }) => ({ heading, share })),
    ],
    rows: items.map((item) => [[item.no], [item.text], [item.kind], ...of.map(({ part }) => item[part])]),
  };
};

const actionsParts = (heading: string, actions: readonly ActionRow[]): readonly DocumentPart[] =>
  actions.length === 0
    ? []
    : section(heading, [
        {
          kind: 'table',
          caption: heading,
          columns: [
            { heading: MINUTES_COLUMN.action, share: 42 },
            { heading: MINUTES_COLUMN.responsible, share: 20 },
            { heading: MINUTES_COLUMN.due, share: 20 },
            { heading: MINUTES_COLUMN.standing, share: 18 },
          ],
          rows: actions.map(({ words, responsible, due, standing }) => [
            [words],
            [responsible],
            [due],
            [standing],
          ]),
        },
      ]);

/** 会議録 as a document. */
export const minutesDocument = (minutes: Minutes): TextDocument => ({
  title: minutes.title,
  running: minutesText.running(minutes.title, minutes.bodyName),
  parts: [
    { kind: 'facts', facts: minutes.facts },
    ...attendanceParts(minutes.attendance),
    ...actionsParts(MINUTES_HEADING.earlierActions, minutes.earlierActions),
    ...section(MINUTES_HEADING.items, [itemsPart(minutes.items)]),
    // What was decided in writing stands beside its 案件, and that it had no 資料 is known.
    ...(minutes.isWritten && minutes.decisions.length === 0
      ? []
      : section(MINUTES_HEADING.decisions, [linesOrUnrecorded(minutes.decisions)])),
    ...section(MINUTES_HEADING.documents, [
      minutes.isWritten && minutes.documents.length === 0
        ? { kind: 'lines', lines: [minutesText.none] }
        : linesOrUnrecorded(minutes.documents),
    ]),
    ...actionsParts(MINUTES_HEADING.actions, minutes.actions),
  ],
});
