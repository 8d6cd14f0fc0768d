/** The joined lists of all files of a pack, each item with its place. */

import type { BlastRing, BlastStep } from './blast-schema.ts';
import type {
  BoundaryKind,
  Group,
  IndependenceGroup,
  IsolationLayer,
  Mechanism,
  PackHeader,
  PropertyDefinition,
  Stencil,
  StencilFamily,
} from './board-schema.ts';
import type { CoverageSource } from './coverage-schema.ts';
import type { Fragment } from './fragment-schema.ts';
import type { Control, Exclusion, Method, ReferenceKey, Rule, RuleFamily } from './judgement-schema.ts';
import { type Located, locateAll } from './located.ts';
import type { SourceFile } from './source-file.ts';
import type { Template } from './template-schema.ts';
import type { PackTree, Subtree } from './tree-schema.ts';
import type { FileForm } from './read-fragment.ts';
import type { WrittenTranslation } from './check-translations.ts';

/** A file that has the right shape. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly fragment: Fragment;
  readonly form: FileForm;
}

/** Everything a pack's files hold, in the order of the files. */
export interface PackSources {
  readonly headers: readonly Located<PackHeader>[];
  readonly families: readonly Located<StencilFamily>[];
  readonly groups: readonly Located<Group>[];
  readonly stencils: readonly Located<Stencil>[];
  readonly boundaries: readonly Located<BoundaryKind>[];
  readonly independenceGroups: readonly Located<IndependenceGroup>[];
  readonly mechanisms: readonly Located<Mechanism>[];
  readonly layers: readonly Located<IsolationLayer>[];
  readonly properties: readonly Located<PropertyDefinition>[];
  readonly ruleFamilies: readonly Located<RuleFamily>[];
  readonly rules: readonly Located<Rule>[];
  readonly controls: readonly Located<Control>[];
  readonly references: readonly Located<ReferenceKey>[];
  readonly exclusions: readonly Located<Exclusion>[];
  readonly coverage: readonly Located<CoverageSource>[];
  readonly methods: readonly Located<Method>[];
  readonly rings: readonly Located<BlastRing>[];
  readonly steps: readonly Located<BlastStep>[];
  readonly trees: readonly Located<PackTree>[];
  readonly subtrees: readonly Located<Subtree>[];
  readonly templates: readonly Located<Template>[];
  readonly translations: readonly Located<WrittenTranslation>[];
}

/** Joins the files. A rule without family takes the one at the head of its file. */
export function joinFiles(files: readonly ReadFile[]): PackSources {
  const gather = <T>(pick: (fragment: Fragment) => readonly T[], key: string): readonly Located<T>[] =>
    files.flatMap(({ source, fragment }) => locateAll(pick(fragment), source, key));
  const heads = <T>(pick: (fragment: Fragment) => T | undefined, key: string): readonly Located<T>[] =>
    files.flatMap(({ source, fragment }) => {
      const value = pick(fragment);
      return value === undefined ? [] : [{ value, source, path: [key] }];
    });
  return {
    headers: heads((fragment) => fragment.pack, 'pack'),
    families: gather((fragment) => fragment.families, 'families'),
    groups: gather((fragment) => fragment.groups, 'groups'),
    stencils: gather((fragment) => fragment.stencils, 'stencils'),
    boundaries: gather((fragment) => fragment.boundaries, 'boundaries'),
    independenceGroups: gather((fragment) => fragment.independenceGroups, 'independenceGroups'),
    mechanisms: gather((fragment) => fragment.mechanisms, 'mechanisms'),
    layers: gather((fragment) => fragment.layers, 'layers'),
    properties: gather((fragment) => fragment.properties, 'properties'),
    ruleFamilies: [
      ...heads((fragment) => fragment.family, 'family'),
      ...gather((fragment) => fragment.ruleFamilies, 'ruleFamilies'),
    ],
    rules: files.flatMap(({ source, fragment }) =>
      locateAll(
        fragment.rules.map((rule) => (rule.family === '' ? { ...rule, family: fragment.family?.id ?? '' } : rule)),
        source,
        'rules',
      ),
    ),
    controls: gather((fragment) => fragment.controls, 'controls'),
    references: gather((fragment) => fragment.references, 'references'),
    exclusions: gather((fragment) => fragment.exclusions, 'exclusions'),
    coverage: gather((fragment) => fragment.coverage, 'coverage'),
    methods: heads((fragment) => fragment.method, 'method'),
    rings: gather((fragment) => fragment.rings, 'rings'),
    steps: gather((fragment) => fragment.steps, 'steps'),
    trees: gather((fragment) => fragment.trees, 'trees'),
    subtrees: gather((fragment) => fragment.subtrees, 'subtrees'),
    templates: files.flatMap(({ source, fragment, form }) =>
      form === 'template'
        ? fragment.templates.map((value) => ({ value, source, path: [] }))
        : locateAll(fragment.templates, source, 'templates'),
    ),
    translations: files.flatMap(({ source, fragment, form }) =>
      Object.entries(fragment.translations).map(([language, texts]) => ({
        value: { language, texts },
        source,
        path: form === 'translation' ? [] : ['translations', language],
      })),
    ),
  };
}
