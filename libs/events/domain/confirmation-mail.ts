import type { Mail } from '#platform';

type Words = Pick<Mail, 'subject' | 'body' | 'because'>;

/** Asks a guest whether the spark is theirs (SPK-4). The link shows a page; only the button on it publishes. */
export function confirmationMail(locale: 'en' | 'fr', text: string, link: string): Words {
  if (locale === 'fr') {
    return {
      subject: 'Confirmez votre étincelle',
      body: `Vous avez écrit :\n\n${text}\n\nOuvrez cette page et appuyez sur le bouton pour la publier :\n\n${link}\n\nLe lien est valable 48 heures. Si ce n’était pas vous, ne faites rien.`,
      because: 'une étincelle a été écrite avec cette adresse',
    };
  }
  return {
    subject: 'Confirm your spark',
    body: `You wrote:\n\n${text}\n\nOpen this page and press the button to publish it:\n\n${link}\n\nThe link works for 48 hours. If it was not you, do nothing.`,
    because: 'a spark was written with this address',
  };
}
