/** The templates of the Kubernetes pack: a list to choose from, and each one's content when it is chosen. */

import { createPackIndex, type Template, templateModel } from '@strideboard/packs';
import templates from 'virtual:strideboard-pack/kubernetes/templates';
import { board } from './board.ts';
import { summariseTemplate, type TemplateSummary } from './template-summary.ts';

/** A template that can be opened. */
export interface TemplateEntry extends TemplateSummary {
  /** Fetches the content and gives it as a model with its title and summary. Fails when the content cannot be fetched. */
  readonly load: () => Promise<ReturnType<typeof templateModel>>;
}

type Fetch = () => Promise<{ readonly default: Template }>;

/** In the order of the gallery. Each import is written out, because a bundler follows only what it can read. */
const fetches: Readonly<Record<string, Fetch>> = {
  'pod-launch-cncf': () => import('virtual:strideboard-pack/kubernetes/template/pod-launch-cncf'),
  'pod-launch': () => import('virtual:strideboard-pack/kubernetes/template/pod-launch'),
  cicd: () => import('virtual:strideboard-pack/kubernetes/template/cicd'),
};

/** Every template of the pack, in the order of the gallery. */
export const templateList: readonly TemplateEntry[] = Object.entries(fetches).map(([id, fetch]) => {
  const template = templates.find((candidate) => candidate.id === id);
  if (template === undefined) throw new Error(`templateList: the pack has no template ${id}`);
  return {
    ...summariseTemplate(template, board),
    load: async () => templateModel((await fetch()).default, createPackIndex(board)),
  };
});
