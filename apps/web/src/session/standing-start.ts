/** How other places than the list of threats begin a standing decision: from a threat, in the dialog that makes them. */
import type { ThreatId } from '@strideboard/model';
import { createContext, useContext } from 'react';

/** Opens the dialog on a new standing decision for the threat's rule; does nothing where nobody provides it. */
export const StandingStart = createContext<(threat: ThreatId) => void>(() => {});

/** The way to the dialog. */
export const useStandingStart = (): ((threat: ThreatId) => void) => useContext(StandingStart);
