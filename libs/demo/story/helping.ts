import type { Team } from './gathering.js';

interface Column {
  id: string;
  stage: string;
}

/** What there is to do: a title, what has to be done for it, and how long before the day. */
const TASKS: readonly { title: string; stage: string; steps: readonly string[]; daysBefore: number }[] = [
  { title: 'Borrow three microphones', stage: 'backlog', steps: ['Ask the students’ radio', 'Fetch them'], daysBefore: 14 },
  { title: 'Find a quiet room for parents', stage: 'backlog', steps: [], daysBefore: 30 },
  { title: 'Write the welcome in large print', stage: 'ready', steps: ['Text', 'Two readers', 'Print'], daysBefore: 10 },
  { title: 'Draw the map from the station', stage: 'ready', steps: [], daysBefore: 20 },
  { title: 'Count the chairs in the hall', stage: 'doing', steps: ['Ground floor', 'Gallery'], daysBefore: 60 },
  { title: 'Ask the caterer about allergies', stage: 'review', steps: ['Call', 'Write it down'], daysBefore: 40 },
];

/** The volunteers' board with its first cards, one of them taken; hours given, some of them confirmed; a speaker who has not answered yet. */
export async function seedHelping(slug: string, { owner, coordinator, volunteer }: Team, on: string): Promise<void> {
  const board = await coordinator.post<{ id: string; columns: Column[] }>(`events/${slug}/boards`, {
    name: 'Before the day',
    isPublic: true,
  });
  const columns = new Map(board.columns.map(({ id, stage }) => [stage, id]));
  for (const { title, stage, steps, daysBefore } of TASKS) {
    const { id } = await coordinator.post<{ id: string }>(`events/${slug}/boards/${board.id}/cards`, {
      title,
      columnId: columns.get(stage),
      checklist: steps,
      dueDaysBefore: daysBefore,
    });
    if (stage === 'doing') await volunteer.post(`events/${slug}/cards/${id}/claim`);
  }
  const log = (activity: string, minutes: number): Promise<{ id: string }> =>
    volunteer.post(`events/${slug}/hours`, { workedOn: on, minutes, activity });
  const { id } = await log('Put up the first posters', 150);
  await coordinator.post(`events/${slug}/hours/${id}/confirm`);
  await log('Counted the chairs on the ground floor', 45);
  await owner.post(`events/${slug}/invitations`, { email: `speaker@${slug}.example`, role: 'speaker' });
}
