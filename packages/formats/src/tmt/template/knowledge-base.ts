/** A template of the Microsoft Threat Modeling Tool (its word: knowledge base), whichever of the two serialisers wrote it. */

/** What an instance of a stencil type is on a diagram. `line` and `box` are the two forms of trust boundary. */
export type TemplateKind = 'process' | 'external' | 'store' | 'note' | 'flow' | 'line' | 'box';

/** A property of a stencil type. `values` are the choices of a list, in their order, without empty ones. */
export interface TemplateAttribute {
  readonly name: string;
  readonly label: string;
  readonly type: 'list' | 'string' | 'boolean';
  readonly values: readonly string[];
}

/** A stencil type. */
export interface TemplateType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The type it descends from, `null` for a generic one. */
  readonly parent: string | null;
  readonly kind: TemplateKind;
  /** Its own, each name once; those of its ancestors hold for it too. */
  readonly attributes: readonly TemplateAttribute[];
}

/** A threat type: a rule of the template. */
export interface ThreatType {
  readonly id: string;
  /** Id of its category. */
  readonly category: string;
  readonly title: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  /** The template's word for how bad it is, the tool's default where the type says nothing; `''` for none. */
  readonly priority: string;
  readonly mitigation: string;
}

/** The whole template. */
export interface KnowledgeBase {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** By id, ancestors first. */
  readonly types: ReadonlyMap<string, TemplateType>;
  /** Names of threat categories by id. */
  readonly categories: ReadonlyMap<string, string>;
  readonly threatTypes: readonly ThreatType[];
  /** Pictures of stencils, which are not taken over. */
  readonly pictures: number;
}

/** The type and everything it descends from, nearest first. */
export function lineageOf(id: string, types: KnowledgeBase['types']): readonly TemplateType[] {
  const line: TemplateType[] = [];
  for (let type = types.get(id); type !== undefined; type = types.get(type.parent ?? '')) line.push(type);
  return line;
}
