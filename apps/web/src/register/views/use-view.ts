/** Which view of the register is looked at, what was changed of it, and the views this person keeps. */
import { useState } from 'react';
import { useRoom } from '../../room/use-room.ts';
import { PRESET_VIEWS, PRESETS } from './preset-views.ts';
import { keepViews, loadViews, type SavedView, withView } from './saved-views.ts';
import { keepDrafts, loadDrafts, type ViewDrafts } from './view-draft.ts';
import type { ViewSettings } from './view-settings.ts';

/** The view and what can be done with it. */
export interface View {
  /** `preset <id>` or `saved <name>`. */
  readonly id: string;
  readonly settings: ViewSettings;
  /** Whether it differs from how it was chosen. */
  readonly isChanged: boolean;
  readonly saved: readonly SavedView[];
  /** Goes to a view: to one of one's own as it was left, to a built-in one as it is. */
  readonly choose: (id: string) => void;
  readonly change: (part: Partial<ViewSettings>) => void;
  /** Takes back what was changed of it. */
  readonly reset: () => void;
  /** Keeps what is shown under a name; whether the browser did. */
  readonly save: (name: string) => boolean;
  readonly forget: (name: string) => void;
}

/** The id of a built-in view. */
export const presetKey = (preset: (typeof PRESETS)[number]): string => `preset ${preset}`;
/** The id of a view that was saved under a name. */
export const savedKey = (name: string): string => `saved ${name}`;

const FIRST = presetKey('top');

/** The view as it was left; the first one is “Top 10”. */
export function useView(): View {
  const board = useRoom().link.roomId;
  const [storage] = useState(browserStorage);
  const [saved, setSaved] = useState(() => loadViews(storage.lasting));
  const [drafts, setDrafts] = useState(() => loadDrafts(storage.ofTab, board) ?? NO_DRAFTS);
  const originOf = (key: string, views: readonly SavedView[] = saved): ViewSettings | null => {
    const preset = PRESETS.find((one) => presetKey(one) === key);
    return preset === undefined
      ? (views.find(({ name }) => savedKey(name) === key)?.settings ?? null)
      : PRESET_VIEWS[preset];
  };
  // A view that was forgotten in another tab is no view any more.
  const id = originOf(drafts.id) === null ? FIRST : drafts.id;
  const origin = originOf(id) ?? PRESET_VIEWS.top;
  const settings = drafts.changed.get(id) ?? origin;
  const write = (next: ViewDrafts): void => {
    setDrafts(next);
    keepDrafts(storage.ofTab, board, next);
  };
  const without = (key: string): ReadonlyMap<string, ViewSettings> =>
    new Map([...drafts.changed].filter(([other]) => other !== key));
  const keep = (views: readonly SavedView[]): boolean => {
    setSaved(views);
    return keepViews(storage.lasting, views);
  };
  return {
    id,
    settings,
    isChanged: JSON.stringify(origin) !== JSON.stringify(settings),
    saved,
    choose: (key) => {
      if (originOf(key) !== null) write({ id: key, changed: isOwn(id) ? drafts.changed : without(id) });
    },
    change: (part) => write({ id, changed: new Map([...drafts.changed, [id, { ...settings, ...part }]]) }),
    reset: () => write({ id, changed: without(id) }),
    save: (name) => {
      const key = savedKey(name);
      write({ id: key, changed: new Map([...without(id)].filter(([other]) => other !== key)) });
      return keep(withView(saved, { name, settings }));
    },
    forget: (name) => {
      const key = savedKey(name);
      keep(saved.filter((view) => view.name !== name));
      write({ id: id === key ? FIRST : id, changed: without(key) });
    },
  };
}

const NO_DRAFTS: ViewDrafts = { id: FIRST, changed: new Map() };

const isOwn = (id: string): boolean => id.startsWith(savedKey(''));

function browserStorage(): { readonly lasting: Storage | null; readonly ofTab: Storage | null } {
  try {
    return { lasting: localStorage, ofTab: sessionStorage };
  } catch {
    return { lasting: null, ofTab: null }; // some private modes throw on the mere access: views last as long as the page
  }
}
