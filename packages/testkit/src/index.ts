// Street door of `testkit`: what tests of several rooms share. Imported by tests only.
export {
  arbitraryDecision,
  arbitraryId,
  arbitraryModel,
  arbitraryPropertyValue,
  arbitraryText,
} from './arbitrary-model.ts';
export { brokenInvariants } from './broken-invariants.ts';
export {
  buildElement,
  buildFlow,
  buildModel,
  type ElementParts,
  type FlowParts,
  type ModelParts,
} from './build-model.ts';
export { clusterModel } from './cluster-model.ts';
export { dump, dumpText, type StoredKey } from './dump.ts';
export { needlesslyFresh } from './identity.ts';
export { nonsense, spoilRoot, writeNonsense } from './nonsense.ts';
export { createPeers, type Peer, type PeerGroup } from './peers.ts';
export { createRandom, type Random, seedsUpTo } from './random.ts';
export { GESTURES, type GestureName, populate, randomGesture } from './random-gesture.ts';
export { type EveryVerb, everyVerb } from './every-verb.ts';
