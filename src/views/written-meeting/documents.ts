import type { KnownBlock } from '@slack/types';
import { readDocumentLinks } from '../../domain/written-meeting/document-link.ts';
import { writtenAskedText } from '../../texts/written-start.ts';
import { paragraph } from '../blocks.ts';
import { inParts } from '../paging.ts';
import { typedList } from '../typed-text.ts';

/** So many links stand in one block that a message can be divided between them. */
const LINKS_A_BLOCK = 20;

/** 資料 as links by their names; none where there are none. `documents` as typed. */
export const documentBlocks = (documents: string): readonly KnownBlock[] => {
  const links = readDocumentLinks(documents);
  if (!links.ok || links.value.length === 0) return [];
  return [
    paragraph(writtenAskedText.documents),
    ...inParts(links.value, LINKS_A_BLOCK).map((part) =>
      typedList(part.map(({ name, url }) => [{ type: 'link', url, text: name }])),
    ),
  ];
};
