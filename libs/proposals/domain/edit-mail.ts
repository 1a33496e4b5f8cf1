import type { Mail } from '#platform';

type Words = Pick<Mail, 'subject' | 'body' | 'because'>;
type Text = { title: string; body: string };

/** Tells a supporter what a proposal said and what it says now (PRP-3). */
export function editMail(locale: 'en' | 'fr', before: Text, after: Text, link: string): Words {
  const changes = [
    ...(before.title === after.title ? [] : [`− ${before.title}\n+ ${after.title}`]),
    ...(before.body === after.body ? [] : [`− ${before.body || '…'}\n+ ${after.body || '…'}`]),
  ].join('\n\n');
  if (locale === 'fr') {
    return {
      subject: `Une proposition que vous soutenez a changé : ${after.title}`,
      body: `${changes}\n\nVotre soutien vaut toujours. Gardez-le ou retirez-le ici :\n\n${link}`,
      because: 'vous soutenez cette proposition',
    };
  }
  return {
    subject: `A proposal you support has changed: ${after.title}`,
    body: `${changes}\n\nYour support still stands. Keep it or take it back here:\n\n${link}`,
    because: 'you support this proposal',
  };
}
