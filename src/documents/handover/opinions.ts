import { printFiscalYear } from '../../domain/calendar/fiscal-year.ts';
import type { SecretariatHandover } from '../../services/handover/read-secretariat.ts';
import { handoverPart, underWayText as TEXT } from '../../texts/handover.ts';
import { OPINION_STATE_WORD } from '../../texts/opinion.ts';
import type { DocumentPart } from '../writing/text-document.ts';
import { heading, tableOf } from './parts.ts';

/** 評価・意見 that are not 公表済, whole, each with how far it is; 前年度からの継続 behind those of the year. */
export const opinionParts = ({ opinions }: SecretariatHandover['underWay']): readonly DocumentPart[] => [
  heading(TEXT.opinions, 2),
  tableOf(
    TEXT.opinions,
    [
      [TEXT.opinionColumn.what, 24],
      [TEXT.opinionColumn.words, 38],
      [TEXT.opinionColumn.sections, 22],
      [TEXT.opinionColumn.standing, 16],
    ],
    opinions.map(({ opinion, state, isCarried, places }) => [
      [TEXT.opinion(printFiscalYear(opinion.fiscalYear), opinion.number), opinion.item],
      [opinion.words],
      places.map(({ departmentName, sectionName }) => handoverPart.place(departmentName, sectionName)),
      [OPINION_STATE_WORD[state], ...(isCarried ? [TEXT.carried] : [])],
    ]),
  ),
];
