/** What an element can become: stencils by family for elements, kinds for boundaries. */
import type { Element, ElementKind } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { InterfaceWords as Words } from '@strideboard/words';
import type { SearchGroup, SearchOption } from '../ui/search-groups.ts';

/** A kind of thing: the DFD role and the stencil or boundary kind, `''` for none. */
export interface KindOption extends SearchOption {
  readonly kind: ElementKind;
  readonly type: string;
  readonly icon: string;
}

interface KindOptionsArguments {
  readonly pack: PackIndex;
  readonly element: Pick<Element, 'kind'>;
  readonly words: Pick<Words, 'common' | 'panels'>;
}

/** The choices for an element of this kind; boundaries stay boundaries and notes stay notes. Nothing for references. */
export function kindOptions({ pack, element, words }: KindOptionsArguments): readonly SearchGroup<KindOption>[] {
  const { common, panels } = words;
  const plain = (kind: ElementKind): KindOption => ({ id: kind, kind, type: '', icon: '', label: common.kinds[kind] });
  if (element.kind === 'ref') return [];
  if (element.kind === 'boundary') {
    const kinds = pack.board.boundaries.map(
      (boundary): KindOption => ({
        id: boundary.id,
        kind: 'boundary',
        type: boundary.id,
        icon: boundary.icon,
        label: boundary.label,
        keywords: boundary.kubernetes ?? '',
      }),
    );
    return [{ label: panels.kind.boundaries, options: [...kinds, plain('boundary')] }];
  }
  const isNote = element.kind === 'note';
  const families = pack.board.families.map((family) => ({
    label: family.label,
    options: pack.board.stencils
      .filter((stencil) => stencil.family === family.id && (stencil.kind === 'note') === isNote)
      .map(
        (stencil): KindOption => ({
          id: stencil.id,
          kind: stencil.kind,
          type: stencil.id,
          icon: stencil.icon,
          label: stencil.label,
          keywords: `${stencil.kubernetes ?? ''} ${stencil.short ?? ''}`,
        }),
      ),
  }));
  const plains = isNote ? [plain('note')] : [plain('process'), plain('store'), plain('external')];
  return [{ label: panels.kind.plain, options: plains }, ...families];
}

/** Id of the option that the element is now. */
export const currentKind = (element: Pick<Element, 'kind' | 'type'>): string =>
  element.type === '' ? element.kind : element.type;
