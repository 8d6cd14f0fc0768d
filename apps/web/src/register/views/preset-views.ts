/** The views that every register has. What each is for stands in docs/risk.md. */
import { type Column, NO_FILTER, type RegisterFilter, type ViewSettings } from './view-settings.ts';

/** Ids of the built-in views, in the order of the menu. */
export const PRESETS = ['top', 'all', 'again', 'undecided', 'productOwner', 'soc', 'provider', 'tenant'] as const;
/** One of {@link PRESETS}. */
export type PresetId = (typeof PRESETS)[number];

const USUAL: readonly Column[] = ['risk', 'subject', 'letters', 'state', 'likelihood', 'impact', 'owner', 'due'];

const view = (filter: Partial<RegisterFilter>, rest: Partial<Omit<ViewSettings, 'filter'>> = {}): ViewSettings => ({
  columns: USUAL,
  sort: { by: 'risk', reversed: false },
  group: 'none',
  limit: null,
  ...rest,
  filter: { ...NO_FILTER, ...filter },
});

/** By id. */
export const PRESET_VIEWS: Readonly<Record<PresetId, ViewSettings>> = {
  top: view({}, { limit: 10 }),
  all: view({ aside: true }),
  again: view({ again: true, aside: true }, { columns: ['risk', 'subject', 'state', 'why', 'owner'] }),
  undecided: view({ toDecide: true }),
  productOwner: view(
    { states: ['open', 'investigating', 'accepted', 'deferred'] },
    { columns: ['risk', 'subject', 'state', 'why', 'future', 'owner', 'due'], group: 'state' },
  ),
  soc: view(
    { states: ['open', 'investigating', 'accepted', 'transferred', 'deferred'] },
    { columns: ['risk', 'subject', 'letters', 'category', 'state', 'treatment', 'ticket'], group: 'category' },
  ),
  provider: view(
    { parties: ['provider', 'shared', 'none'] },
    { columns: ['risk', 'subject', 'party', 'state', 'treatment', 'future', 'owner', 'due', 'ticket'], group: 'party' },
  ),
  tenant: view(
    { parties: ['customer', 'shared', 'none'] },
    { columns: ['risk', 'subject', 'party', 'state', 'treatment', 'owner', 'due'], group: 'party' },
  ),
};
