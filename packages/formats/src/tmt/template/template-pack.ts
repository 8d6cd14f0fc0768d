/** A template as one of our packs: files in the format of any other pack, so that the same loader checks it and no door stands open beside. */

import { formatProblem, type LoadedPack, loadPack, type PackFile } from '@strideboard/packs';
import type { LossList } from '../../native/fit.ts';
import type { Problem } from '../../problem.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { createPackNames, packIdOf } from './names.ts';
import { templateBoard } from './template-board.ts';
import { comparedValues, readFilters, templateRules } from './template-rules.ts';
import { createTypeSelectors } from './type-selectors.ts';

/** A template that can be judged with. */
export interface TemplatePack {
  /** `tmt-<name>` */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The pack as text, e.g. to be kept with a board. JSON is YAML. */
  readonly files: readonly PackFile[];
  /** The same, loaded. */
  readonly loaded: LoadedPack;
}

/** The pack, or why the loader refused it. */
export type TemplatePackResult =
  | { readonly ok: true; readonly pack: TemplatePack }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** So that no file comes near the limits of a pack. */
const RULES_PER_FILE = 50;

/** Turns a template into a pack; what the pack cannot hold is listed. */
export function templatePack(base: KnowledgeBase, list: LossList): TemplatePackResult {
  const names = createPackNames(packIdOf(base));
  const selectors = createTypeSelectors(base, names);
  const read = readFilters(base);
  const { id, version, title, ...board } = templateBoard({ base, names, selectors, compared: comparedValues(read) });
  const translation = { types: base.types, names, selectors };
  const judged = templateRules({ base, read, board: { id, version, title, ...board }, translation, list });
  if (base.pictures > 0) list.add('picture-left-out', String(base.pictures));

  const files = [
    file('stencils.yaml', { pack: { id, version, title }, ...board }),
    file('controls.yaml', { ruleFamilies: judged.families, controls: judged.controls }),
    ...Array.from({ length: Math.ceil(judged.rules.length / RULES_PER_FILE) }, (_, at) =>
      file(`rules-${at + 1}.yaml`, { rules: judged.rules.slice(at * RULES_PER_FILE, (at + 1) * RULES_PER_FILE) }),
    ),
  ];
  const loaded = loadPack(files);
  if (loaded.ok) return { ok: true, pack: { id, version, title, files, loaded } };
  const problems = loaded.problems.map(
    (problem): Problem => ({ code: 'template-refused', found: formatProblem(problem) }),
  );
  return { ok: false, problems };
}

const file = (path: string, content: unknown): PackFile => ({ path, text: `${JSON.stringify(content, null, 1)}\n` });
