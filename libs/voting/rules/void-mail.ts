import type { Mail } from '#platform';

/** Tells a voter that a vote is void and why (VOT-6). */
export function voidMail(locale: 'en' | 'fr', title: string, because: string): Pick<Mail, 'subject' | 'body' | 'because'> {
  if (locale === 'fr') {
    return {
      subject: `Vote annulé : ${title}`,
      body: `Le vote « ${title} » est annulé :\n\n${because}\n\nVotre bulletin ne compte pas. Si le vote est organisé de nouveau, vous pourrez y participer.`,
      because: 'vous avez voté',
    };
  }
  return {
    subject: `Vote void: ${title}`,
    body: `The vote “${title}” is void:\n\n${because}\n\nYour ballot does not count. If the vote is held again you can take part in it.`,
    because: 'you voted in it',
  };
}
