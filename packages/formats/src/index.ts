/** Doors to files: each codec reads or writes one format and lists what it could not carry. */
export { detectFormat, detectJson, FORMATS, type FormatName } from './detect-format.ts';
export type {
  Encoded,
  EncodedText,
  ExportCodec,
  ExportId,
  ExportInput,
  PictureOptions,
  Rasterise,
} from './export-codec.ts';
export { readPicture } from './embed/read-picture.ts';
export { countThreats, type ThreatCounts } from './threats/count-threats.ts';
export { createCauseTexts } from './threats/cause-text.ts';
export { createFactTexts } from './threats/fact-text.ts';
export { type Excluded, listExcluded } from './threats/list-excluded.ts';
export { LOSS_CODES, type Loss, type LossCode } from './loss.ts';
export { FILE_LIMIT, type ReadResult, readNative } from './native/read-native.ts';
export { writeNative } from './native/write-native.ts';
export { drawSvg } from './picture/draw-svg.ts';
export { type DescribedTree, describeTree, type TreeLine, type TreeNames } from './trees/describe-tree.ts';
export { writeSarif } from './sarif/write-sarif.ts';
export { lossText, PROBLEM_CODES, type Problem, type ProblemCode, problemText } from './problem.ts';
