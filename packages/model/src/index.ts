/** The language of diagrams. */
export { type Assembled, assemble } from './assemble.ts';
export { boundaryCurve } from './boundary-curve.ts';
export {
  absoluteBoxes,
  boundaryAt,
  collapsedInto,
  type Containment,
  createContainment,
  topMost,
  withDescendants,
} from './containment.ts';
export { findCrossings, flowPolyline, routePoints } from './crossing.ts';
export {
  DECISION_FIELDS,
  type Decision,
  type DecisionField,
  STATES_NEEDING_WHY,
  THREAT_STATES,
  type ThreatState,
} from './decision.ts';
export { type Changes, diffModels, type ModelDiff } from './diff.ts';
export {
  BOUNDARY_STYLES,
  type BoundaryShape,
  type BoundaryStyle,
  defaultSize,
  ELEMENT_KINDS,
  type Element,
  type ElementKind,
  EVIDENCE_SOURCES,
  type Evidence,
  isClosedBoundary,
  type Properties,
  type PropertyValue,
  type Scalar,
  type Stamp,
} from './element.ts';
export { compareOrder, compareText, type Flow, type LabelPlace, type Route, SIDES, type Side } from './flow.ts';
export {
  type Box,
  type CanvasPoint,
  centreOf,
  COORDINATE_LIMIT,
  encloses,
  grown,
  holdsPoint,
  isSameBox,
  isWithin,
  overlaps,
  segmentsMeet,
  unionOf,
} from './geometry.ts';
export {
  type DiagramId,
  diagramId,
  type ElementId,
  elementId,
  type FlowId,
  flowId,
  isRoomId,
  type SubjectId,
  type ThreatId,
  threatId,
} from './ids.ts';
export {
  type Contributor,
  DEFAULT_GRID,
  type Diagram,
  EMPTY_MODEL,
  indexModel,
  type Model,
  type ModelIndex,
  type ModelIssue,
  type ModelIssueCode,
  type ModelMeta,
  type ModelSettings,
  SCHEMA,
} from './model.ts';
export {
  type AppliedControl,
  type AttackTree,
  type CommentAnchor,
  type CommentMessage,
  type CommentThread,
  CONTROL_STATES,
  type ControlState,
  type DecisionLogEntry,
  EMPTY_REGISTER,
  type ManualThreat,
  type SentencePart,
  type ThreatSentence,
  type Mitigation,
  MOST_STEPS,
  RECORD_KINDS,
  RECORD_STATES,
  type RecordKind,
  type RecordState,
  type Register,
  type RoomControl,
  type StandingDecision,
  type StatedStrength,
  SENTENCE_PARTS,
  STRIDE_LETTERS,
  type StrideLetter,
  type TeamRecord,
  TREE_NODE_KINDS,
  type TreeEdge,
  type TreeNode,
  type TreeNodeKind,
} from './register.ts';
export {
  isPropertyValue,
  type ReadElement,
  type ReadFlow,
  readElement,
  readFlow,
  writeElement,
  writeFlow,
} from './stored.ts';
export { isOrderKey, readStamp, type StoredRecord } from './stored-values.ts';
export {
  EMPTY_WORKSHOP,
  type FacilitatorLock,
  type Workshop,
  type WorkshopBallot,
  type WorkshopCard,
  type WorkshopRound,
} from './workshop.ts';
export {
  assembleManual,
  assembleRegister,
  assembleThreads,
  type ReadRegister,
} from './assemble-register.ts';
export { assembleWorkshop, type ReadWorkshop } from './assemble-workshop.ts';
export { APPLIED_FIELDS, appliedPair, mitigationKey, readMitigation } from './stored-links.ts';
export { manualOf, type Shown, subjectsOf, threatsShown } from './threat-subjects.ts';
export {
  type ReadItem,
  readApplied,
  readControl,
  readManualThreat,
  readRecord,
  readStanding,
  writeApplied,
  writeControl,
  writeManualThreat,
  writeRecord,
  writeStanding,
} from './stored-register.ts';
export {
  readComment,
  readLogEntry,
  readThreadState,
  type StoredComment,
  writeComment,
  writeLogEntry,
} from './stored-talk.ts';
export {
  readTree,
  readTreeEdge,
  readTreeNode,
  type TreeFrame,
  type TreePart,
  writeTree,
  writeTreeEdge,
  writeTreeNode,
} from './stored-tree.ts';
export {
  BALLOT_TARGETS,
  CARD_MARKS,
  cardMarkOf,
  readBallot,
  readCard,
  readHand,
  readLock,
  readProgress,
  readRound,
  readVote,
  type StoredCard,
  type StoredVote,
} from './stored-workshop.ts';
