/** How a card of the list leads to standing decisions, wherever it stands. */
import type { ThreatId } from '@strideboard/model';
import { createContext, useContext } from 'react';

/** What the dialog opens with. */
export type StandingRequest =
  /** All of them; `focus` is the id of one to begin at. */
  | { readonly kind: 'list'; readonly focus: string | null }
  /** A new one; from a threat it takes over the rule, and offers the boundaries and tags around it first. */
  | { readonly kind: 'new'; readonly threat: ThreatId | null }
  | { readonly kind: 'edit'; readonly id: string };

/** Opens the dialog; does nothing outside the list of threats. */
export const StandingContext = createContext<(request: StandingRequest) => void>(() => {});

/** The way to the dialog. */
export const useOpenStanding = (): ((request: StandingRequest) => void) => useContext(StandingContext);
