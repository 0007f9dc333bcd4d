import type { Button, KnownBlock } from '@slack/types';
import { readDocumentLinks } from '../../domain/written-meeting/document-link.ts';
import type { WrittenMeeting } from '../../domain/written-meeting/written-meeting.ts';
import { WRITTEN_START_BUTTON, writtenAskedText } from '../../texts/written-start.ts';
import { button, paragraph } from '../blocks.ts';
import { inParts } from '../paging.ts';
import { typedList } from '../typed-text.ts';

/** So many links stand in one block that a message can be divided between them. */
const LINKS_A_BLOCK = 20;

/** 資料: links by their names, and the names of files; none where there are none. */
export const documentBlocks = ({
  documents,
  files,
}: Pick<WrittenMeeting, 'documents' | 'files'>): readonly KnownBlock[] => {
  const read = readDocumentLinks(documents);
  const links = read.ok ? read.value : [];
  if (links.length + files.length === 0) return [];
  return [
    paragraph(writtenAskedText.documents),
    ...inParts(links, LINKS_A_BLOCK).map((part) =>
      typedList(part.map(({ name, url }) => [{ type: 'link', url, text: name }])),
    ),
    ...(files.length === 0 ? [] : [typedList(files.map(({ name }) => [{ type: 'text', text: name }]))]),
  ];
};

/** 資料を受け取る, where some of them are files. */
export const documentButtons = ({ id, files }: Pick<WrittenMeeting, 'id' | 'files'>): readonly Button[] =>
  files.length === 0 ? [] : [button('written-file.send', WRITTEN_START_BUTTON.files, id)];
