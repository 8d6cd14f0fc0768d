/**
 * What can be done on an open board, listed once. Features register what they can do; menus, the command palette, the keyboard and the
 * shortcut sheet read the same list, so that an action has one name, one shortcut and one condition everywhere.
 */
import { createContext, useContext, useEffect } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Shortcut } from './shortcut.ts';

/** Headings under which actions are listed, in this order. */
export const ACTION_GROUPS = [
  'tools',
  'edit',
  'arrange',
  'boundary',
  'flow',
  'view',
  'board',
  'threats',
  'workshop',
] as const;
/** One of {@link ACTION_GROUPS}. */
type ActionGroup = (typeof ACTION_GROUPS)[number];

/** One thing a person can do. */
export interface Action {
  /** Unique on a board; menus name actions by it. */
  readonly id: string;
  readonly group: ActionGroup;
  /** What happens, as a menu says it. */
  readonly label: string;
  /** Further words it is found by. */
  readonly keywords?: string;
  readonly shortcuts?: readonly Shortcut[];
  /** Its keys are answered by the feature itself; here they are only listed. */
  readonly hasOwnKeys?: boolean;
  /** Its keys also act while a text field has the focus. */
  readonly actsWhileTyping?: boolean;
  readonly isDangerous?: boolean;
  /** It changes the board: not for those whose link does not allow that. */
  readonly changesBoard?: boolean;
  /** Whether it can be done now. Absent: always. */
  readonly isPossible?: () => boolean;
  /** Whether what it switches is on. */
  readonly isOn?: () => boolean;
  readonly run: () => void;
}

/** The list, by the feature that registered. */
export interface ActionRegistry {
  readonly bySource: ReadonlyMap<string, readonly Action[]>;
}

/** The store of one board's actions. */
export type ActionRegistryStore = StoreApi<ActionRegistry>;

/** An empty list. */
export const createActionRegistry = (): ActionRegistryStore =>
  createStore<ActionRegistry>()(() => ({ bySource: new Map() }));

/** Provides the list. */
export const ActionsContext = createContext<ActionRegistryStore | null>(null);

/** The list's store, for event handlers. Throws outside a board. */
export function useActionRegistry(): ActionRegistryStore {
  const store = useContext(ActionsContext);
  if (store === null) throw new Error('useActionRegistry: no board is open here');
  return store;
}

/** Registers a feature's actions while mounted; give the same array while nothing changed. */
export function useRegisterActions(source: string, actions: readonly Action[]): void {
  const store = useActionRegistry();
  useEffect(() => {
    store.setState(({ bySource }) => ({ bySource: new Map(bySource).set(source, actions) }));
    return () => {
      store.setState(({ bySource }) => {
        const rest = new Map(bySource);
        if (rest.get(source) === actions) rest.delete(source);
        return { bySource: rest };
      });
    };
  }, [store, source, actions]);
}

/** All actions in the order of their groups. */
export function listActions({ bySource }: ActionRegistry): readonly Action[] {
  const all = [...bySource.values()].flat();
  return ACTION_GROUPS.flatMap((group) => all.filter((action) => action.group === group));
}

/** One action by its id; `undefined` while nobody offers it. */
export const findAction = (registry: ActionRegistry, id: string): Action | undefined =>
  [...registry.bySource.values()].flat().find((action) => action.id === id);

/** The same actions, marked as changing the board. */
export const changing = (actions: readonly Action[]): readonly Action[] =>
  actions.map((action) => ({ ...action, changesBoard: true }));

/** Whether somebody with these rights may ever do it. */
export const isAllowed = ({ changesBoard = false }: Action, { mayEdit }: { readonly mayEdit: boolean }): boolean =>
  mayEdit || !changesBoard;

/** Whether an action can be done now. */
export const isPossible = (action: Action): boolean => action.isPossible?.() ?? true;
