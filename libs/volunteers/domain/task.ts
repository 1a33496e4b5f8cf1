import { type StateTable, move } from '#kernel';
import { refuse } from './volunteers.refusals.js';

/** Where a task stands: the stage of its column, or archived. */
export type TaskState = 'backlog' | 'ready' | 'doing' | 'review' | 'done' | 'archived';
export type Stage = Exclude<TaskState, 'archived'>;
export const STAGES = ['backlog', 'ready', 'doing', 'review', 'done'] as const;

/** Cards are dragged to and fro; only an archived one must first come back to the backlog. */
export const TASK_STATES: StateTable<TaskState> = {
  backlog: ['ready', 'doing', 'review', 'done', 'archived'],
  ready: ['backlog', 'doing', 'review', 'done', 'archived'],
  doing: ['backlog', 'ready', 'review', 'done', 'archived'],
  review: ['backlog', 'ready', 'doing', 'done', 'archived'],
  done: ['backlog', 'ready', 'doing', 'review', 'archived'],
  archived: ['backlog'],
};

export interface Mover {
  accountId: string;
  /** Coordinator, organiser or owner. */
  coordinates: boolean;
}

export interface TaskToMove {
  state: TaskState;
  assigneeId: string | null;
  /** Tasks it waits for that are not done. */
  openBlockers: number;
}

/** Only a coordinator reopens what is done or moves other people's work (spec/money.md §2.8); a blocked task is not done (TSK-4). */
export function moveTask(task: TaskToMove, to: TaskState, by: Mover): TaskState {
  const target = task.state === to ? to : move(TASK_STATES, task.state, to);
  if (!by.coordinates) {
    if (task.assigneeId !== null && task.assigneeId !== by.accountId) throw refuse.SOMEBODY_ELSES_TASK();
    if (task.state === 'done' && target !== 'done') throw refuse.COORDINATOR_NEEDED();
  }
  if (target === 'done' && task.state !== 'done' && task.openBlockers > 0) throw refuse.TASK_BLOCKED({ openBlockers: task.openBlockers });
  return target;
}
