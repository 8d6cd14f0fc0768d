/** The board part of a template's pack: stencils, boundary kinds, groups for inheritance, and what can be asked. */

import type { BoardPart, BoundaryKind, Group, Stencil, StencilFamily } from '@strideboard/packs';
import { lineageOf, type TemplateType } from './knowledge-base.ts';
import type { PackNames } from './names.ts';
import { packText } from './pack-text.ts';
import type { TemplateParts } from './template-parts.ts';
import { templateProperties } from './template-properties.ts';

/** Builds the board part. */
export function templateBoard(parts: TemplateParts): BoardPart {
  const { base, names, selectors } = parts;
  const types = [...base.types.values()];
  return {
    id: names.packId,
    version: packText(base.version),
    title: packText(base.name || base.id || names.packId),
    families: types.filter((type) => type.parent === null && isStencil(type)).map((type) => toFamily(type, names)),
    stencils: types.filter(isStencil).map((type) => toStencil(type, parts)),
    boundaries: types.filter(({ kind }) => kind === 'line' || kind === 'box').map((type) => toBoundary(type, parts)),
    properties: templateProperties(parts),
    groups: types
      .filter((type) => type.kind !== 'flow' && selectors.family(type.id).length > 1)
      .map(
        (type): Group => ({
          id: names.group(type.id),
          members: selectors.family(type.id).map(({ id }) => names.item(id)),
          meaning: packText(type.name),
        }),
      ),
    mechanisms: [],
    independenceGroups: [],
    layers: [],
  };
}

type StencilType = TemplateType & { readonly kind: Stencil['kind'] };

const isStencil = (type: TemplateType): type is StencilType =>
  type.kind === 'process' || type.kind === 'external' || type.kind === 'store' || type.kind === 'note';

const toFamily = ({ id, name }: TemplateType, names: PackNames): StencilFamily => ({
  id: names.item(id),
  label: packText(name),
});

function toStencil(type: StencilType, { base, names }: TemplateParts): Stencil {
  const root = lineageOf(type.id, base.types).at(-1) ?? type;
  return {
    id: names.item(type.id),
    family: names.item(root.id),
    kind: type.kind,
    label: packText(type.name),
    icon: type.kind,
    ...describe(type, names),
  };
}

function toBoundary(type: TemplateType, { names }: TemplateParts): BoundaryKind {
  return {
    id: names.item(type.id),
    label: packText(type.name),
    style: 'trust',
    colour: 'neutral',
    icon: 'boundary',
    ...describe(type, names),
  };
}

/** Description, and what always holds: a list with one choice leaves none. */
function describe({ description, attributes }: TemplateType, names: PackNames): Pick<Stencil, 'notes' | 'properties'> {
  const fixed = attributes.flatMap(({ name, type, values: [only, ...others] }): [string, string][] =>
    type === 'list' && only !== undefined && others.length === 0 ? [[names.property(name), only]] : [],
  );
  return {
    ...(description === '' ? {} : { notes: packText(description) }),
    ...(fixed.length === 0 ? {} : { properties: Object.fromEntries(fixed) }),
  };
}
