/** What the nodes draw, made from the scene and kept as long as nothing about it changed, so that nothing else renders again. */
import type { ElementId } from '@strideboard/model';
import type { SceneElement } from '@strideboard/render';
import type { PeerMark } from './peer-marks.ts';

/** Everything one node component draws. */
export interface NodeData {
  readonly element: SceneElement;
  readonly selected: boolean;
  readonly focused: boolean;
  /** It would adopt what is dragged, or receive the flow being drawn. */
  readonly lit: boolean;
  /** Being dragged by me. */
  readonly lifted: boolean;
  /** Its name is being edited here. */
  readonly edited: boolean;
  /** It is drawn on the canvas below: only what is said of it is drawn here. */
  readonly below: boolean;
  /** The other person who has it selected. */
  readonly mark: PeerMark | null;
}

/** What the nodes depend on besides the scene. */
export interface NodeStates {
  readonly selected: ReadonlySet<string>;
  readonly lifted: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, PeerMark>;
  readonly focus: string | null;
  readonly lit: string | null;
  readonly edited: string | null;
  /** What the canvas below leaves out; `null` while there is none. */
  readonly left: ReadonlySet<string> | null;
}

/** Makes the list of nodes for the elements in view. */
export interface NodeCache {
  nodes(elements: readonly SceneElement[], states: NodeStates): readonly NodeData[];
}

/** Starts an empty cache. */
export function createNodeCache(): NodeCache {
  let known = new Map<ElementId, NodeData>();
  return {
    nodes(elements, states) {
      const next = new Map<ElementId, NodeData>();
      for (const element of elements) {
        const data = dataOf(element, states);
        const old = known.get(element.id);
        next.set(element.id, old !== undefined && isSame(old, data) ? old : data);
      }
      known = next;
      return [...next.values()];
    },
  };
}

function dataOf(element: SceneElement, states: NodeStates): NodeData {
  const { id } = element;
  return {
    element,
    selected: states.selected.has(id),
    focused: states.focus === id,
    lit: states.lit === id,
    lifted: states.lifted.has(id),
    edited: states.edited === id,
    below: states.left !== null && !states.left.has(id),
    mark: states.marks.get(id) ?? null,
  };
}

const isSame = (a: NodeData, b: NodeData): boolean =>
  (Object.keys(a) as (keyof NodeData)[]).every((key) => a[key] === b[key]); // its own keys
