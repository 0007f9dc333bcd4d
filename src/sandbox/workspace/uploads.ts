import type { FileStore, StoredFile } from './file-store.ts';

/** A file that the bot has announced: where its bytes go, and which id it will have. */
export type Announced = { readonly fileId: string; readonly ticket: string };

/** The bot's own files on their way: announced, then sent, then completed. Only a completed one is a file. */
export type Uploads = {
  announce(name: string, length: number): Announced;
  /** False for an unknown address and for another number of bytes than was announced. */
  receive(ticket: string, content: Uint8Array): boolean;
  /** The file; undefined while its bytes are missing. Completed once only. */
  complete(fileId: string): StoredFile | undefined;
};

export type UploadParts = {
  readonly files: FileStore;
  readonly token: () => string;
  /** Whose files they are: the bot. */
  readonly user: string;
};

/** No file on its way. */
export const createUploads = ({ files, token, user }: UploadParts): Uploads => {
  const waiting = new Map<string, Announced & { readonly name: string; readonly length: number }>();
  const received = new Map<string, Uint8Array>();
  return {
    announce: (name, length) => {
      const announced = { fileId: `F0${token().toUpperCase()}`, ticket: token() };
      waiting.set(announced.fileId, { ...announced, name, length });
      return announced;
    },
    receive: (ticket, content) => {
      const meant = [...waiting.values()].find((each) => each.ticket === ticket);
      if (meant === undefined || meant.length !== content.byteLength) return false;
      received.set(meant.fileId, content);
      return true;
    },
    complete: (fileId) => {
      const [announced, content] = [waiting.get(fileId), received.get(fileId)];
      if (announced === undefined || content === undefined) return undefined;
      waiting.delete(fileId);
      received.delete(fileId);
      return files.add(user, { name: announced.name, content }, fileId);
    },
  };
};
