// The worker thread of heavy jobs: one job in, its result or its failure out.

import { parentPort } from 'node:worker_threads';
import type { JobAnswer, JobRequest } from './desk.ts';
import { doJob } from './jobs.ts';

parentPort?.on('message', ({ id, job }: JobRequest) => {
  let answer: JobAnswer;
  try {
    answer = { id, result: doJob(job) };
  } catch (error) {
    answer = { id, problem: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
