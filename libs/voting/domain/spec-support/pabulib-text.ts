/** A small valid .pb file made for the specs; each section can be replaced as a whole. */
export function pabulibText(parts: { meta?: Record<string, string>; projects?: string[]; votes?: string[] } = {}): string {
  const meta = {
    description: 'made for the specs',
    country: 'Worldwide',
    unit: 'Testville',
    instance: '2026',
    num_projects: '2',
    num_votes: '3',
    budget: '30',
    vote_type: 'approval',
    rule: 'unknown',
    date_begin: '2026',
    date_end: '2026',
    ...parts.meta,
  };
  const projects = parts.projects ?? ['project_id;cost;name', 'a;20;First', 'b;10;Second'];
  const votes = parts.votes ?? ['voter_id;vote', 'v1;a', 'v2;b,a', 'v3;'];
  const rows = Object.entries(meta).map(([key, value]) => `${key};${value}`);
  return ['META', 'key;value', ...rows, 'PROJECTS', ...projects, 'VOTES', ...votes, ''].join('\n');
}
