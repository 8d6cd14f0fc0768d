/** Which view of the register is looked at, what was changed of it, and the views this person keeps. */
import { useState } from 'react';
import { PRESET_VIEWS, PRESETS } from './preset-views.ts';
import { keepViews, loadViews, type SavedView, type ViewStorage, withView } from './saved-views.ts';
import type { ViewSettings } from './view-settings.ts';

/** The view and what can be done with it. */
export interface View {
  /** `preset <id>` or `saved <name>`. */
  readonly id: string;
  readonly settings: ViewSettings;
  /** Whether it differs from how it was chosen. */
  readonly isChanged: boolean;
  readonly saved: readonly SavedView[];
  readonly choose: (id: string) => void;
  readonly change: (part: Partial<ViewSettings>) => void;
  /** Keeps what is shown under a name; whether the browser did. */
  readonly save: (name: string) => boolean;
  readonly forget: (name: string) => void;
}

/** The id of a built-in view. */
export const presetKey = (preset: (typeof PRESETS)[number]): string => `preset ${preset}`;
/** The id of a view that was saved under a name. */
export const savedKey = (name: string): string => `saved ${name}`;

/** The view; the first one is “Top 10”. */
export function useView(): View {
  const [storage] = useState(browserStorage);
  const [saved, setSaved] = useState(() => loadViews(storage));
  const [id, setId] = useState(presetKey('top'));
  const [settings, setSettings] = useState<ViewSettings>(PRESET_VIEWS.top);
  const originOf = (key: string): ViewSettings | null => {
    const preset = PRESETS.find((one) => presetKey(one) === key);
    return preset === undefined
      ? (saved.find(({ name }) => savedKey(name) === key)?.settings ?? null)
      : PRESET_VIEWS[preset];
  };
  const keep = (views: readonly SavedView[]): boolean => {
    setSaved(views);
    return keepViews(storage, views);
  };
  return {
    id,
    settings,
    isChanged: JSON.stringify(originOf(id)) !== JSON.stringify(settings),
    saved,
    choose: (key) => {
      const found = originOf(key);
      if (found === null) return;
      setId(key);
      setSettings(found);
    },
    change: (part) => setSettings({ ...settings, ...part }),
    save: (name) => {
      setId(savedKey(name));
      return keep(withView(saved, { name, settings }));
    },
    forget: (name) => {
      keep(saved.filter((view) => view.name !== name));
      if (id !== savedKey(name)) return;
      setId(presetKey('top'));
      setSettings(PRESET_VIEWS.top);
    },
  };
}

function browserStorage(): ViewStorage | null {
  try {
    return localStorage;
  } catch {
    return null; // some private modes throw on the mere access: views last as long as the page
  }
}
