/** A small pack for tests: a few kinds with icons and colours. */

import { type BoardPart, createPackIndex, type PackIndex } from '@strideboard/packs';

const board: BoardPart = {
  id: 'small',
  version: '1',
  title: 'Small',
  families: [{ id: 'all', label: 'All' }],
  stencils: [
    { id: 'ext.user', family: 'all', kind: 'external', label: 'End user', short: 'User', icon: 'user' },
    { id: 'cp.apiserver', family: 'all', kind: 'process', label: 'API server', icon: 'apiserver' },
    { id: 'cp.etcd', family: 'all', kind: 'store', label: 'etcd', icon: 'etcd' },
    { id: 'wl.odd', family: 'all', kind: 'process', label: 'Odd', icon: 'no such glyph' },
  ],
  boundaries: [
    { id: 'tb.cluster', label: 'Cluster', style: 'trust', colour: 'cluster', icon: 'cluster' },
    {
      id: 'tb.namespace',
      label: 'Namespace (virtual)',
      short: 'Namespace',
      style: 'trust',
      colour: 'namespace',
      icon: 'namespace',
    },
    { id: 'tb.machine', label: 'Machine', style: 'machine', colour: 'machine', icon: 'machine' },
  ],
  properties: [],
  groups: [],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
};

/** Look-ups over the small pack. */
export const smallPack = (): PackIndex => createPackIndex(board);
