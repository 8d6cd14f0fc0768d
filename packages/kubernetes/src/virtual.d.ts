/** The pack's YAML as validated JSON, made by the plugin `strideboard-content-packs` of the root vite.config.ts. */
/* eslint no-restricted-syntax: off -- a JSON module has nothing but a default export */

declare module 'virtual:strideboard-pack/kubernetes/board' {
  import type { BoardPart } from '@strideboard/packs';

  const board: BoardPart;
  export default board;
}

declare module 'virtual:strideboard-pack/kubernetes/drawing' {
  import type { BoardPart } from '@strideboard/packs';

  const drawing: BoardPart;
  export default drawing;
}

declare module 'virtual:strideboard-pack/kubernetes/judgement' {
  import type { JudgementPart } from '@strideboard/packs';

  const judgement: JudgementPart;
  export default judgement;
}

declare module 'virtual:strideboard-pack/kubernetes/blast' {
  import type { BlastPart } from '@strideboard/packs';

  const blast: BlastPart;
  export default blast;
}

declare module 'virtual:strideboard-pack/kubernetes/trees' {
  import type { TreePart } from '@strideboard/packs';

  const trees: TreePart;
  export default trees;
}

declare module 'virtual:strideboard-pack/kubernetes/coverage' {
  import type { CoverageSource } from '@strideboard/packs';

  const coverage: readonly CoverageSource[];
  export default coverage;
}

declare module 'virtual:strideboard-pack/kubernetes/templates' {
  import type { Template } from '@strideboard/packs';

  const templates: readonly Template[];
  export default templates;
}

declare module 'virtual:strideboard-pack/kubernetes/summaries' {
  import type { TemplateSummary } from '@strideboard/packs';

  const summaries: readonly TemplateSummary[];
  export default summaries;
}

declare module 'virtual:strideboard-pack/kubernetes/template/*' {
  import type { Template } from '@strideboard/packs';

  const template: Template;
  export default template;
}

declare module 'virtual:strideboard-pack/kubernetes/translation/*' {
  import type { PackTranslation } from '@strideboard/packs';

  const translation: PackTranslation;
  export default translation;
}

declare module 'virtual:strideboard-pack/kubernetes/template-names/*' {
  import type { PackTranslation } from '@strideboard/packs';

  const names: NonNullable<PackTranslation['templates']>;
  export default names;
}
