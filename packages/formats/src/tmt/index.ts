/**
 * Models and templates of the Microsoft Threat Modeling Tool. An entry of its own, because it brings an XML parser and a pack loader, which
 * nobody needs who does not open such a file.
 */
export { readTm7, type Tm7Model, type Tm7Result } from './model/read-tm7.ts';
export type { StoredThreat } from './model/read-threats.ts';
export { readTb7, type Tb7Result } from './template/read-tb7.ts';
export type { TemplatePack } from './template/template-pack.ts';
