/** From a template's content to a model; apart from the list of templates, so that showing a gallery loads neither stencils nor this step. */

import { createPackIndex, type Template, templateModel } from '@strideboard/packs';
import { board } from './board.ts';

/** The template as a model with its title and summary, ids as written. */
export const openTemplate = (template: Template): ReturnType<typeof templateModel> =>
  templateModel(template, createPackIndex(board));
