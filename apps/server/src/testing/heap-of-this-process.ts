// The scale on which documents are weighed in a test.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Live objects of this very process. */
export const heapOfThisProcess = {
  collect(): void {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)(); // what the flag brings
  },
  used: (): number => process.memoryUsage().heapUsed,
};
