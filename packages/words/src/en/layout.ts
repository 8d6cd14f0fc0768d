/** Words of automatic layout. Fetched with it. */
import { area } from '../area.ts';

export const layout = area('layout', {
  all: 'Lay out the whole diagram',
  selection: 'Lay out the selection',
  boundary: 'Lay out what is inside',
  keywords: 'automatic layout arrange tidy clean up auto',
  running: { one: 'Laying out {count} element…', other: 'Laying out {count} elements…' },
  elapsed: '{seconds} s',
  cancel: 'Cancel',
  done: { one: '{count} element laid out.', other: '{count} elements laid out.' },
  cancelled: 'Layout cancelled. Nothing was changed.',
  nothing: 'There is nothing here that could be laid out.',
  offline:
    'Automatic layout has to be fetched once and there is no network. Nothing was changed; try again with the network.',
  failed: 'The layout did not come to an end. Nothing was changed; try again, or lay out a smaller part.',
  cramped: '“{name}” stayed as it was: what is locked leaves it no room.',
  unnamed: 'A boundary',
});
