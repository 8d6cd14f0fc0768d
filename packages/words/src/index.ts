/** The catalogue of user-facing words. */
import { board } from './en/board.ts';
import { canvas } from './en/canvas.ts';
import { cli } from './en/cli.ts';
import { common } from './en/common.ts';
import { exported } from './en/export.ts';
import { panels } from './en/panels.ts';
import { start } from './en/start.ts';

export { type Message, say, type ValuesOf } from './say.ts';

/** English, the language every other follows in shape. */
export const english = { board, canvas, cli, common, exported, panels, start } as const;
/** A catalogue in any language. */
export type Words = typeof english;
