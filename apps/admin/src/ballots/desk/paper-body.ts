/** What was typed from a sheet of paper, in the part that belongs to the vote's method. */
export interface PaperValues {
  code?: string;
  choices?: Record<string, unknown>;
  points?: Record<string, unknown>;
  ranks?: Record<string, unknown>;
  dates?: Record<string, unknown>;
  answer?: string;
  reason?: string;
}

const filled = (byOption: Record<string, unknown> = {}): [string, unknown][] =>
  Object.entries(byOption).filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);

/** The body that enters a paper ballot. A sheet with nothing on it is a ballot too, except where one has to answer. */
export function paperBody(method: string, values: PaperValues): Record<string, unknown> {
  const code = values.code?.trim();
  switch (method) {
    case 'points':
      return { code, points: filled(values.points).map(([optionId, points]) => ({ optionId, points: Number(points) })) };
    case 'ranked':
      return { code, ranks: filled(values.ranks).map(([optionId, rank]) => ({ optionId, rank: Number(rank) })) };
    case 'dates':
      return { code, dates: filled(values.dates).map(([optionId, answer]) => ({ optionId, answer })) };
    case 'consent':
      return { code, answer: values.answer, ...(values.answer === 'block' && values.reason ? { reason: values.reason } : {}) };
    default:
      return { code, choices: filled(values.choices).map(([optionId]) => optionId) };
  }
}
