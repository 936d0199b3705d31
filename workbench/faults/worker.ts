// One worker thread of the suite: does the jobs that it is handed, one at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { makeDoer, readBuilt, type Job } from './suite';

const port = parentPort;
if (port === null) throw new Error('This is a worker thread of the fault suite: run npm run faults.');
const { dist } = workerData as { readonly dist: string };
const work = makeDoer(readBuilt(dist));

port.on('message', (job: Job) => {
  work(job).then(
    (done) => {
      port.postMessage({ done });
    },
    (error: unknown) => {
      port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
