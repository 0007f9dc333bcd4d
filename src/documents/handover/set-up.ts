import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import { printDayWithWeekday } from '../../domain/calendar/japanese-era.ts';
import { printMonthDay } from '../../domain/calendar/month-day.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import {
  BODY_KIND_WORD,
  BODY_LABEL,
  PROXY_WORD,
  QUORUM_WORD,
  RECORDABLE_BY_WORD,
  RULES_LABEL,
  TIE_WORD,
  UNANSWERED_WORD,
} from '../../texts/body.ts';
import { OFFICE_WORD } from '../../texts/body-member.ts';
import { chapterHandover, handoverPart, runningText, setUpText as TEXT } from '../../texts/handover.ts';
import { SHIFT_WORD } from '../../texts/newsletter.ts';
import { BYLINE_WORD, NUMBERING_WORD, PUBLISHED_CHANGE_WORD, SETTINGS_LABEL } from '../../texts/settings.ts';
import type { DocumentPart } from '../writing/text-document.ts';
import { heading, lines, list, tableOf } from './parts.ts';
import type { HandoverYear } from './years.ts';

type SetUp = SecretariatHandover['setUp'];

/** What stands in for 問合せ先 until it is set is none that anybody could ask. */
const contactOf = ({ contact }: Settings): string =>
  contact === DEFAULT_SETTINGS.contact ? TEXT.notSet : contact;

const settingsFacts = ({ settings, monthly }: SetUp): DocumentPart => {
  const { closingDays, newsletterNumbering, morningAt, rosterReportUntil, publishedChange, articleByline } =
    settings;
  return {
    kind: 'facts',
    facts: [
      { label: SETTINGS_LABEL.contact, lines: [contactOf(settings)] },
      { label: SETTINGS_LABEL.morningAt, lines: [TEXT.hour(morningAt)] },
      {
        label: SETTINGS_LABEL.closingDays,
        lines: closingDays.length === 0 ? [TEXT.noClosingDays] : closingDays.map(printDayWithWeekday),
      },
      { label: SETTINGS_LABEL.rosterReportUntil, lines: [printMonthDay(rosterReportUntil)] },
      { label: SETTINGS_LABEL.newsletterNumbering, lines: [NUMBERING_WORD[newsletterNumbering]] },
      {
        label: TEXT.monthly,
        lines: [
          monthly === undefined
            ? TEXT.notSet
            : TEXT.monthlyDay(monthly.day, monthly.time, SHIFT_WORD[monthly.shift ? 'yes' : 'no']),
        ],
      },
      { label: SETTINGS_LABEL.publishedChange, lines: [PUBLISHED_CHANGE_WORD[publishedChange]] },
      { label: SETTINGS_LABEL.articleByline, lines: [BYLINE_WORD[articleByline]] },
    ],
  };
};

const bodyParts = ({ body, members }: SetUp['bodies'][number]): readonly DocumentPart[] => [
  heading(body.name, 3),
  {
    kind: 'facts',
    facts: [
      { label: BODY_LABEL.kind, lines: [BODY_KIND_WORD[body.kind]] },
      { label: BODY_LABEL.composition, lines: [body.composition] },
      { label: BODY_LABEL.role, lines: [body.role] },
      { label: BODY_LABEL.recordableBy, lines: [RECORDABLE_BY_WORD[body.recordableBy]] },
      { label: RULES_LABEL.quorum, lines: [QUORUM_WORD[body.quorum]] },
      { label: RULES_LABEL.proxy, lines: [PROXY_WORD[body.proxy]] },
      { label: RULES_LABEL.unanswered, lines: [UNANSWERED_WORD[body.unanswered]] },
      { label: RULES_LABEL.tie, lines: [TIE_WORD[body.tie]] },
      { label: RULES_LABEL.preparationDays, lines: [TEXT.preparation(body.preparationDays)] },
    ].filter((fact) => fact.lines.join('') !== ''),
  },
  tableOf(
    body.name,
    [
      [TEXT.bodyColumn.office, 16],
      [TEXT.bodyColumn.title, 34],
      [TEXT.bodyColumn.name, 24],
      [TEXT.bodyColumn.since, 26],
    ],
    members.map(({ office, title, person, startsOn }) => [
      [OFFICE_WORD[office]],
      [title],
      [person.name],
      [printDayWithWeekday(startsOn)],
    ]),
    TEXT.noMembers,
  ),
];

/** 決めてあること: 設定, every 会議体 with its members, the 研修の種類, and how many 協働推進員 each department has. */
export const setUpParts = ({ setUp, waiting }: SecretariatHandover): readonly DocumentPart[] => [
  heading(handoverPart.numbered(5, TEXT.title)),
  heading(TEXT.settings, 2),
  settingsFacts(setUp),
  heading(TEXT.bodies, 2),
  ...(setUp.bodies.length === 0 ? [lines(handoverPart.none)] : setUp.bodies.flatMap(bodyParts)),
  heading(TEXT.programmes, 2),
  list(setUp.programmes.map(({ name, forPromoters }) => (forPromoters ? TEXT.forPromoters(name) : name))),
  heading(TEXT.roster, 2),
  tableOf(
    TEXT.roster,
    [
      [TEXT.rosterColumn.department, 34],
      [TEXT.rosterColumn.sections, 14],
      [TEXT.rosterColumn.promoters, 22],
      [TEXT.rosterColumn.chiefs, 30],
    ],
    waiting.roster.map(({ name, sections, promoters, chiefs }) => [
      [name],
      [String(sections)],
      [TEXT.people(promoters)],
      chiefs,
    ]),
  ),
  lines(TEXT.rosterNote),
];

/** 第5章の文章 that somebody wrote. */
export const chapterParts = (years: readonly HandoverYear[]): readonly DocumentPart[] => [
  heading(handoverPart.numbered(6, chapterHandover.title)),
  lines(chapterHandover.lead),
  ...years.flatMap(({ year, texts }) => [
    heading(chapterHandover.year(printFiscalYear(year)), 2),
    ...(texts.length === 0
      ? [lines(chapterHandover.none)]
      : texts.flatMap((text) => [
          heading([text.over, text.heading].filter((part) => part !== null).join(' '), 3),
          lines(...text.lines),
        ])),
  ]),
];

/** What of the bot's running is told by name: who the secretariat is, and the channel of 運用ログ. */
export type RunningNames = { readonly secretariat: readonly string[]; readonly logChannel: string | null };

/** このボットの動かし方: by whom, where its data are as far as the record knows, and what it does by itself. */
export const runningParts = (
  { setUp, workspaceId }: SecretariatHandover,
  { secretariat, logChannel }: RunningNames,
): readonly DocumentPart[] => [
  heading(handoverPart.numbered(7, runningText.title)),
  heading(runningText.people, 2),
  {
    kind: 'facts',
    facts: [
      { label: runningText.secretariat, lines: secretariat.map(handoverPart.named) },
      { label: runningText.contact, lines: [contactOf(setUp.settings)] },
      { label: runningText.log, lines: [logChannel ?? TEXT.notSet] },
      { label: runningText.workspace, lines: [workspaceId] },
    ],
  },
  heading(runningText.data, 2),
  lines(...runningText.dataLines),
  { kind: 'facts', facts: runningText.blanks.map((label) => ({ label, lines: [runningText.blank] })) },
  heading(runningText.alone, 2),
  tableOf(
    runningText.alone,
    [
      [runningText.aloneColumn.when, 36],
      [runningText.aloneColumn.what, 64],
    ],
    runningText.aloneRows(TEXT.hour(setUp.settings.morningAt)).map(([when, what]) => [[when], [what]]),
  ),
  heading(runningText.trouble, 2),
  list(runningText.troubleLines),
];
