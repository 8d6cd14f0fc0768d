// Street door of `testkit`: what tests of several rooms share. Imported by tests only.
export {
  arbitraryDecision,
  arbitraryId,
  arbitraryModel,
  arbitraryPropertyValue,
  arbitraryText,
} from './arbitrary-model.ts';
export { brokenInvariants } from './broken-invariants.ts';
export { brokenDocument, brokenView } from './broken-view.ts';
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
export { fuzzSeeds, forSeeds, seedBatches, withRepeat } from './fuzz.ts';
export { createRandom, type Random, seedsUpTo } from './random.ts';
export {
  DRAWING_GESTURES,
  GESTURES,
  type GestureName,
  populate,
  randomGesture,
  UNDOABLE_GESTURES,
} from './random-gesture.ts';
export {
  describeSession,
  minimise,
  playSession,
  type Session,
  type SessionStep,
  type SessionWatcher,
  type StepReport,
  writeSession,
} from './session.ts';
export { type EveryVerb, everyVerb } from './every-verb.ts';
export { atomicGestures, boundedGrowth, convergence, seenBy, unknownSurvives, views } from './session-laws.ts';
export { undoIsMineOnly } from './session-undo.ts';
export { type Boards, createBoards, sitDown, type Table } from './boards.ts';
export { type Flatness, type FlatnessLaw, judgeFlatness, type Sample, sparkline } from './flatness.ts';
export { heapByBytes, weighDocument } from './document-heap.ts';
export { readRecording, type RecordedStep, writeRecording } from './recording.ts';
export { PART_MS, recordWorkshop } from './workshop-recording.ts';
export { createRecordedPerson, type RecordedPerson } from './recorded-person.ts';
export { workshopBoard } from './workshop-board.ts';
