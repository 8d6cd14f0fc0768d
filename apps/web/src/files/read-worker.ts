/** Reads files away from the page: the readers of all formats are loaded here, never with the board, and no file can freeze it. */
import { english } from '@strideboard/words';
import { speakAsPage } from '../session/worker-language.ts';
import type { ReadRequest } from './protocol.ts';
import { readGiven } from './read-given.ts';

const ready = speakAsPage();

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void ready.then(() => postMessage(readGiven(data, english)));
});
