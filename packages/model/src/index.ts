/** The language of diagrams. */
export { type Assembled, assemble } from './assemble.ts';
export {
  absoluteBoxes,
  boundaryAt,
  type Containment,
  createContainment,
  topMost,
  withDescendants,
} from './containment.ts';
export { boundaryCurve, findCrossings, flowPolyline, routePoints } from './crossing.ts';
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
  holdsPoint,
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
  isOrderKey,
  isPropertyValue,
  type ReadElement,
  type ReadFlow,
  readElement,
  readFlow,
  readStamp,
  type StoredRecord,
  writeElement,
  writeFlow,
} from './stored.ts';
