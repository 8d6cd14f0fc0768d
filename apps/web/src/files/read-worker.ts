/** Reads files away from the page: the readers of all formats are loaded here, never with the board, and no file can freeze it. */
import { english } from '@strideboard/words';
import type { ReadRequest } from './protocol.ts';
import { readGiven } from './read-given.ts';

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => postMessage(readGiven(data, english)));
