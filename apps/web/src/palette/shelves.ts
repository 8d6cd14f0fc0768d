/** What the palette offers: stencils by family with a first set each, boundaries, and plain shapes. */
import type { ElementKind } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { BoundaryColour } from '@strideboard/render';
import type { InterfaceWords as Words } from '@strideboard/words';

/** One thing to place. */
export interface PaletteItem {
  /** Unique on the palette. */
  readonly key: string;
  readonly element: ElementKind;
  /** Stencil or boundary-kind id; `''` for a plain shape. */
  readonly type: string;
  /** Fits a narrow place. */
  readonly short: string;
  /** The whole name. */
  readonly label: string;
  readonly icon: string | null;
  readonly boundary: { readonly style: 'trust' | 'machine'; readonly colour: BoundaryColour } | null;
  /** What else it is found by. */
  readonly keywords: string;
}

/** One family on the palette. */
export interface Shelf {
  readonly key: string;
  readonly label: string;
  /** The first set comes first. */
  readonly items: readonly PaletteItem[];
  /** How many of them belong to the first set. */
  readonly first: number;
}

/** What people reach for first, by family; the rest is one click or one word away. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  cp: ['cp.apiserver', 'cp.etcd', 'cp.scheduler', 'cp.kcm'],
  node: ['node.kubelet', 'node.runtime'],
  wl: ['wl.pod', 'wl.deployment', 'wl.container', 'wl.job'],
  ext: ['ext.admin', 'ext.developer', 'ext.kubectl', 'ext.user'],
  net: ['net.service', 'net.ingressController'],
  cfg: ['cfg.secret', 'cfg.serviceaccount'],
  st: ['st.database', 'st.pv'],
  ci: ['ci.scm', 'ci.ciServer', 'ci.registry', 'ci.deployer'],
  sec: ['sec.policyEngine', 'sec.runtimeDetect'],
  obs: ['obs.logStore', 'obs.prometheus'],
  cloud: ['cloud.iam', 'cloud.metadata'],
};
const FIRST_BOUNDARIES = ['tb.cluster', 'tb.node', 'tb.namespace', 'tb.pod'];
/** Where families that are not named above would show how many at first. */
const FIRST_OF_OTHERS = 4;
/** The order of the shelves; families of other packs follow. Boundaries stand after the workloads. */
const ORDER = ['cp', 'node', 'wl', 'boundaries', 'ext', 'net', 'cfg', 'st', 'ci', 'sec', 'obs', 'cloud'];

const PLAIN: readonly ElementKind[] = ['process', 'store', 'external', 'note', 'boundary'];

/** Builds the shelves from the content in use. */
export function shelvesOf({ board }: PackIndex, { palette }: Words['canvas']): readonly Shelf[] {
  const familyNames: Readonly<Record<string, string>> = palette.families;
  const families = board.families.map((family): Shelf => {
    const items = board.stencils
      .filter((stencil) => stencil.family === family.id)
      .map((stencil): PaletteItem => {
        const { id, kind, label, short, icon, kubernetes = '', aliases = [] } = stencil;
        const keywords = [kubernetes, id.slice(id.indexOf('.') + 1), family.label, ...aliases].join(' ');
        return { key: id, element: kind, type: id, short: short ?? label, label, icon, boundary: null, keywords };
      });
    return shelf({ key: family.id, label: familyNames[family.id] ?? family.label, items, first: FIRST[family.id] });
  });
  const boundaries = shelf({
    key: 'boundaries',
    label: palette.boundaries,
    first: FIRST_BOUNDARIES,
    items: board.boundaries.map(({ id, label, short, style, colour, icon, kubernetes = '', aliases = [] }) => ({
      key: id,
      element: 'boundary',
      type: id,
      short: short ?? label,
      label,
      icon,
      boundary: { style, colour },
      keywords: [kubernetes, id.slice(id.indexOf('.') + 1), palette.boundaries, ...aliases].join(' '),
    })),
  });
  const plain: Shelf = {
    key: 'plain',
    label: palette.plain,
    first: 4,
    items: PLAIN.map((element) => ({
      key: `plain.${element}`,
      element,
      type: '',
      short: palette.plainKinds[element as keyof typeof palette.plainKinds], // every plain kind has a word
      label: palette.plainKinds[element as keyof typeof palette.plainKinds], // as above
      icon: element === 'boundary' ? null : element,
      boundary: element === 'boundary' ? { style: 'trust', colour: 'neutral' } : null,
      keywords: palette.plain,
    })),
  };
  const place = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return [...[...families, boundaries].sort((a, b) => place(a.key) - place(b.key)), plain];
}

interface ShelfParts {
  readonly key: string;
  readonly label: string;
  readonly items: readonly PaletteItem[];
  readonly first: readonly string[] | undefined;
}

function shelf({ key, label, items, first }: ShelfParts): Shelf {
  const ahead = (first ?? []).flatMap((id) => items.find((item) => item.key === id) ?? []);
  const rest = items.filter((item) => !ahead.includes(item));
  return { key, label, items: [...ahead, ...rest], first: ahead.length > 0 ? ahead.length : FIRST_OF_OTHERS };
}

/** Items that match every typed word, best first: names that begin with the text, then names, then the rest. */
export function searchShelves(shelves: readonly Shelf[], query: string): readonly PaletteItem[] {
  const text = query.trim().toLowerCase();
  const words = text.split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  const ranked = shelves
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const names = `${item.short} ${item.label}`.toLowerCase();
      const all = `${names} ${item.keywords.toLowerCase()}`;
      if (!words.every((word) => all.includes(word))) return [];
      const exact = item.short.toLowerCase() === text || item.label.toLowerCase() === text;
      const begins = item.short.toLowerCase().startsWith(text) || item.label.toLowerCase().startsWith(text);
      const named = words.every((word) => names.includes(word));
      return [{ item, rank: exact ? 0 : begins ? 1 : named ? 2 : 3 }];
    });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}
