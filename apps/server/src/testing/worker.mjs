// The worker of heavy jobs from its source, for tests and for the development server: what is built needs no translation.
import { register } from 'tsx/esm/api';

register();
await import('../jobs/worker.ts');
