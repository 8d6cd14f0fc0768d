/** Looks for a text wherever a board leaves traces: in every frame of a page's sockets, in what the server stores. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What went over the sockets of a page since it was listened to. */
export interface Wire {
  /** How many frames carried the text. */
  carried(text: string): number;
  /** How many frames there were. */
  frames(): number;
}

/** Listens to all sockets that the page opens from now on, both ways. */
export function listen(page: Page): Wire {
  const frames: Buffer[] = [];
  page.on('websocket', (socket) => {
    const hear = ({ payload }: { readonly payload: string | Buffer }): void => {
      frames.push(typeof payload === 'string' ? Buffer.from(payload) : payload);
    };
    socket.on('framesent', hear);
    socket.on('framereceived', hear);
  });
  return {
    carried: (text) => frames.filter((frame) => frame.includes(text)).length,
    frames: () => frames.length,
  };
}

/** Whether any file under the folder has the text in its bytes. */
export function isStored(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(text),
  );
}
