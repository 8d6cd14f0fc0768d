/** What people do together, as actions. */
import { together as words } from '@strideboard/words';
import type { Action } from '../session/action-registry.ts';

interface TogetherActionsOptions {
  readonly raise: () => void;
  readonly point: () => void;
  readonly isRaised: boolean;
  readonly isPointing: boolean;
  readonly hidesCursors: boolean;
  readonly hideCursors: (hidden: boolean) => void;
}

/** The key that raises the hand; H is the hand that moves the diagram. */
export const HAND_KEY = 'y';

/** The list, as things are now. */
export const togetherActions = ({
  raise,
  point,
  isRaised,
  isPointing,
  hidesCursors,
  hideCursors,
}: TogetherActionsOptions): readonly Action[] => [
  {
    id: 'raise-hand',
    group: 'workshop',
    label: isRaised ? words.hands.lower : words.hands.raise,
    keywords: words.hands.keywords,
    shortcuts: [{ key: HAND_KEY }],
    run: raise,
  },
  {
    id: 'laser',
    group: 'workshop',
    label: words.laser.name,
    keywords: words.laser.keywords,
    shortcuts: [{ key: 'l' }],
    hasOwnKeys: true,
    isOn: () => isPointing,
    run: point,
  },
  {
    id: 'hide-cursors',
    group: 'view',
    label: words.cursors.hide,
    keywords: words.cursors.keywords,
    isOn: () => hidesCursors,
    run: () => hideCursors(!hidesCursors),
  },
];
