/** The proof as files, and results of automated tests read back into the controls they test. Fetched when somebody wants them. */
export { caseId } from './case-id.ts';
export { type MatchedResults, matchResults } from './match-results.ts';
export { writeProofCsv } from './proof-csv.ts';
export { writeTestSkeleton } from './test-skeleton.ts';
export { readResults, type ReadResults, type TestCase } from './read-results.ts';
