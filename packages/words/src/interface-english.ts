/** The words of the web interface alone: what files and the command line say is not part of a first visit. */
import { board } from './en/board.ts';
import { canvas } from './en/canvas.ts';
import { common } from './en/common.ts';
import type { panels } from './en/panels.ts';
import { start } from './en/start.ts';

/** English for the interface, without the panels beside the diagram: their words come with them. */
export const interfaceEnglish = { board, canvas, common, start } as const;
/** The interface's catalogue in any language, panels included. */
export type InterfaceWords = typeof interfaceEnglish & { readonly panels: typeof panels };
