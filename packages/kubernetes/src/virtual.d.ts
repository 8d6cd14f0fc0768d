/** The pack's YAML as validated JSON, made by the plugin `strideboard-content-packs` of the root vite.config.ts. */

declare module 'virtual:strideboard-pack/kubernetes/board' {
  const board: import('@strideboard/packs').BoardPart;
  export default board;
}

declare module 'virtual:strideboard-pack/kubernetes/judgement' {
  const judgement: import('@strideboard/packs').JudgementPart;
  export default judgement;
}

declare module 'virtual:strideboard-pack/kubernetes/templates' {
  const templates: readonly import('@strideboard/packs').Template[];
  export default templates;
}

declare module 'virtual:strideboard-pack/kubernetes/template/*' {
  const template: import('@strideboard/packs').Template;
  export default template;
}
