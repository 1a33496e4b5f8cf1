import type { WorkerEvents } from 'graphile-worker';

/** The end of a job is written within a few milliseconds, on a busy machine within some more. */
const AGAIN_AFTER_MS = [5, 25, 125];

/**
 * Jobs of one sequence are done one after another. The queue does not wait until the end of a job is written before it asks for the
 * next: it finds that one still held back, and would sleep over it. So it is asked again a moment later.
 */
export function askAgainForTheNext(events: WorkerEvents): void {
  const gone = new WeakSet<object>();
  events.on('worker:release', ({ worker }) => void gone.add(worker));
  events.on('job:complete', ({ worker, job }) => {
    if (job.job_queue_id === null) return;
    for (const ms of AGAIN_AFTER_MS) setTimeout(() => gone.has(worker) || worker.nudge(), ms).unref();
  });
}
