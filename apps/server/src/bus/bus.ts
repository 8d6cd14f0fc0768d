// How the nodes that serve one room tell each other what was stored and who is here. The bus is never the truth: what it loses costs delay,
// because a receiver that sees a gap reads the log. bus.test.ts binds every implementation, also under a carrier that drops, doubles and
// reorders.

/** Ends a subscription. */
export type Unsubscribe = () => void;

/** What a subscriber is told: each stored update once and in order, or that something in between did not come. */
export type UpdateListener = {
  /** `seq` follows the one before without a hole. */
  readonly onUpdate: (seq: number, update: Uint8Array) => void;
  /**
   * Updates from `from` up to, not including, `to` did not come in time: read them from the log and hand them to `deliver`. What came later
   * waits behind them.
   */
  readonly onGap: (gap: { readonly from: number; readonly to: number }, deliver: Deliver) => void;
};

/** Hands an update to a subscription, from the carrier or from the log. */
export type Deliver = (seq: number, update: Uint8Array) => void;

/** Carries stored updates and presence between the nodes of a room. */
export type Bus = {
  /** Tells everybody about a stored update; rejects when the carrier is away. */
  publish(room: string, seq: number, update: Uint8Array): Promise<void>;
  /** Listens for everything after `fromSeq`. */
  subscribe(room: string, fromSeq: number, listener: UpdateListener): Unsubscribe;
  /** Tells everybody a presence frame; it may get lost. */
  presence(room: string, frame: Uint8Array): void;
  onPresence(room: string, listener: (frame: Uint8Array) => void): Unsubscribe;
};
