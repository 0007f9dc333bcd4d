import { extname } from 'node:path';
import type { JsonObject } from './shapes.ts';

/** A file as a person hands it in; text is kept as UTF-8. */
export type FileEntry = { readonly name: string; readonly content: Uint8Array | string };

/** A file that Slack keeps. Nobody changes it once it is there. */
export type StoredFile = {
  /** E.g. F0X00000A. */
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** Whoever chose it. */
  readonly user: string;
  /** Seconds since 1970. */
  readonly created: number;
};

/** What a private address leads to, and whether it asked for a download. */
export type FoundFile = { readonly file: StoredFile; readonly download: boolean };

export type FileStore = {
  /** `id` where the file was announced by it. */
  add(user: string, file: FileEntry, id?: string): StoredFile;
  find(id: string): StoredFile | undefined;
  /** The file at the path of a private address, its own or the one for downloads. */
  at(path: string): FoundFile | undefined;
  /** The file as Slack's file object. */
  output(file: StoredFile): JsonObject;
};

type FileType = { readonly mimetype: string; readonly pretty: string };

const fileTypes: ReadonlyMap<string, FileType> = new Map([
  ['csv', { mimetype: 'text/csv', pretty: 'CSV' }],
  ['tsv', { mimetype: 'text/tab-separated-values', pretty: 'TSV' }],
  ['txt', { mimetype: 'text/plain', pretty: 'Plain Text' }],
  ['pdf', { mimetype: 'application/pdf', pretty: 'PDF' }],
  [
    'xlsx',
    {
      mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      pretty: 'Excel Spreadsheet',
    },
  ],
  [
    'docx',
    {
      mimetype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      pretty: 'Word Document',
    },
  ],
  ['png', { mimetype: 'image/png', pretty: 'PNG' }],
  ['jpg', { mimetype: 'image/jpeg', pretty: 'JPEG' }],
]);
const otherType: FileType = { mimetype: 'application/octet-stream', pretty: 'Binary' };

/** The ending of a name in small letters, without its dot. E.g. `名簿.CSV` is a csv; empty when there is none. */
export const endingOf = (name: string): string => extname(name).slice(1).toLowerCase();

export const mimetypeOf = ({ name }: Pick<StoredFile, 'name'>): string =>
  (fileTypes.get(endingOf(name)) ?? otherType).mimetype;

/** Slack's addresses have no letters but small Latin ones: 名簿.CSV is at __.csv. */
const nameInAddress = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9._-]/gu, '_');

export type FileStoreParts = {
  readonly teamId: string;
  /** The address of the server, e.g. http://127.0.0.1:3000. */
  readonly base: () => string;
  readonly now: () => Date;
  readonly token: () => string;
};

/** An empty store in memory. */
export const createFileStore = ({ teamId, base, now, token }: FileStoreParts): FileStore => {
  const files = new Map<string, StoredFile>();
  const pathOf = ({ id, name }: StoredFile, download: boolean): string =>
    `/files-pri/${teamId}-${id}/${download ? 'download/' : ''}${nameInAddress(name)}`;
  return {
    add: (user, { name, content }, id = `F0${token().toUpperCase()}`) => {
      const file: StoredFile = {
        id,
        name,
        content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
        user,
        created: Math.floor(now().getTime() / 1000),
      };
      files.set(file.id, file);
      return file;
    },
    find: (id) => files.get(id),
    at: (path) => {
      for (const file of files.values())
        for (const download of [false, true]) if (pathOf(file, download) === path) return { file, download };
      return undefined;
    },
    output: (file) => ({
      id: file.id,
      created: file.created,
      timestamp: file.created,
      name: file.name,
      title: file.name,
      mimetype: mimetypeOf(file),
      filetype: fileTypes.has(endingOf(file.name)) ? endingOf(file.name) : 'binary',
      pretty_type: (fileTypes.get(endingOf(file.name)) ?? otherType).pretty,
      user: file.user,
      user_team: teamId,
      editable: false,
      size: file.content.byteLength,
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: false,
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: `${base()}${pathOf(file, false)}`,
      url_private_download: `${base()}${pathOf(file, true)}`,
      permalink: `${base()}/files/${file.user}/${file.id}/${nameInAddress(file.name)}`,
      has_rich_preview: false,
      file_access: 'visible',
    }),
  };
};
