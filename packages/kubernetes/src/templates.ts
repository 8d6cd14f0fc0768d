/** The templates of the Kubernetes pack: a list to choose from, and each one's content when it is chosen. */

import type { Template, TemplateSummary, templateModel } from '@strideboard/packs';
import summaries from 'virtual:strideboard-pack/kubernetes/summaries';

/** A template that can be opened. */
export interface TemplateEntry extends TemplateSummary {
  /** Fetches the content and gives it as a model with its title and summary. Fails when the content cannot be fetched. */
  readonly load: () => Promise<ReturnType<typeof templateModel>>;
}

type Fetch = () => Promise<{ readonly default: Template }>;

/** In the order of the gallery. Each import is written out, because a bundler follows only what it can read. */
const fetches: Readonly<Record<string, Fetch>> = {
  'plain-cluster': () => import('virtual:strideboard-pack/kubernetes/template/plain-cluster'),
  'pod-launch-cncf': () => import('virtual:strideboard-pack/kubernetes/template/pod-launch-cncf'),
  'pod-launch': () => import('virtual:strideboard-pack/kubernetes/template/pod-launch'),
  cicd: () => import('virtual:strideboard-pack/kubernetes/template/cicd'),
  'ingress-service-pod': () => import('virtual:strideboard-pack/kubernetes/template/ingress-service-pod'),
  'service-mesh': () => import('virtual:strideboard-pack/kubernetes/template/service-mesh'),
  'control-plane': () => import('virtual:strideboard-pack/kubernetes/template/control-plane'),
  provisioning: () => import('virtual:strideboard-pack/kubernetes/template/provisioning'),
  'gke-multitenant-saas': () => import('virtual:strideboard-pack/kubernetes/template/gke-multitenant-saas'),
};

/** Every template of the pack, in the order of the gallery. */
export const templateList: readonly TemplateEntry[] = Object.entries(fetches).map(([id, fetch]) => {
  const summary = summaries.find((candidate) => candidate.id === id);
  if (summary === undefined) throw new Error(`templateList: the pack has no template ${id}`);
  return { ...summary, load: () => loadTemplate(fetch) };
});

async function loadTemplate(fetch: Fetch): ReturnType<TemplateEntry['load']> {
  const [{ default: template }, { openTemplate }] = await Promise.all([fetch(), import('./open-template.ts')]);
  return openTemplate(template);
}
