import type { Mail } from '#platform';

/** Why a planned opening may come to nothing, as its organiser is told; whatever else there is stands on the page of the vote. */
const REASONS: Readonly<Record<string, { en: string; fr: string }>> = {
  OPTIONS_NOT_READY: {
    en: 'Not all of its proposals are on the shortlist with approved prices.',
    fr: 'Toutes ses propositions ne sont pas sur la liste courte avec des prix approuvés.',
  },
  PRICES_TOO_FRESH: {
    en: 'The prices had not been public for long enough.',
    fr: 'Les prix n’étaient pas publics depuis assez longtemps.',
  },
  COST_ABOVE_POT: { en: 'A proposal costs more than the whole pot.', fr: 'Une proposition coûte plus que toute la cagnotte.' },
  MINIMUM_OUT_OF_REACH: {
    en: 'No choice within the pot costs as much as the minimum.',
    fr: 'Aucun choix dans la limite de la cagnotte n’atteint le minimum.',
  },
  PHASE_CLOSED: { en: 'The budget process was in another phase.', fr: 'Le budget participatif était dans une autre phase.' },
};

/** Tells whoever declared a vote that it did not open by itself, and why (VOT-1). */
export function notOpenedMail(locale: 'en' | 'fr', title: string, code: string): Pick<Mail, 'subject' | 'body' | 'because'> {
  const reason = REASONS[code]?.[locale];
  if (locale === 'fr') {
    return {
      subject: `Vote non ouvert : ${title}`,
      body: `Le vote « ${title} » devait s’ouvrir tout seul et n’a pas pu.\n\n${reason ?? 'La raison est sur la page du vote.'}\n\nCorrigez cela, puis ouvrez le vote ou prévoyez une autre heure.`,
      because: 'vous avez préparé ce vote',
    };
  }
  return {
    subject: `Vote not opened: ${title}`,
    body: `The vote “${title}” was to open by itself and could not.\n\n${reason ?? 'The reason is on the page of the vote.'}\n\nPut that right, then open the vote or plan another time.`,
    because: 'you declared this vote',
  };
}
