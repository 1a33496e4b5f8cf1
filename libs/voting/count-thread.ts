import { parentPort } from 'node:worker_threads';
import type { ThreadMessage } from './count-in-thread.js';
import { CountJob } from './count-job.js';

/** Entry of the counting thread: takes one job in pieces, counts it, sends the answer and ends. */
const job = new CountJob();
parentPort?.on('message', (message: ThreadMessage) => {
  job.take(message);
  if (!message.last) return;
  parentPort?.postMessage(job.answer());
  parentPort?.close();
});
