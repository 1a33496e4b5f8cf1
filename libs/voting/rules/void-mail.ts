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

/** Tells a voter that two people have set the ballot aside, and why (VOT-11). */
export function setAsideMail(locale: 'en' | 'fr', title: string, because: string): Pick<Mail, 'subject' | 'body' | 'because'> {
  if (locale === 'fr') {
    return {
      subject: `Votre bulletin n’est pas compté : ${title}`,
      body: `Deux organisateurs ont écarté votre bulletin dans le vote « ${title} » :\n\n${because}\n\nSi c’est une erreur, répondez aux organisateurs avant la clôture.`,
      because: 'vous avez voté',
    };
  }
  return {
    subject: `Your ballot is not counted: ${title}`,
    body: `Two organisers have set your ballot in the vote “${title}” aside:\n\n${because}\n\nIf this is a mistake, tell the organisers before the vote closes.`,
    because: 'you voted in it',
  };
}

/** Tells a voter that something they chose is no longer on the ballot (PRP-4). */
export function withdrawnMail(locale: 'en' | 'fr', title: string, proposal: string): Pick<Mail, 'subject' | 'body' | 'because'> {
  if (locale === 'fr') {
    return {
      subject: `Retiré du vote : ${proposal}`,
      body: `« ${proposal} » a été retiré du vote « ${title} ».\n\nVos autres choix restent comptés. Ce que ce projet prenait de votre bulletin est de nouveau à vous : vous pouvez choisir autre chose jusqu’à la clôture.`,
      because: 'ce projet était sur votre bulletin',
    };
  }
  return {
    subject: `Taken off the vote: ${proposal}`,
    body: `“${proposal}” has been taken off the vote “${title}”.\n\nYour other choices still count. What it took of your ballot is yours again: you can choose something else until the vote closes.`,
    because: 'it was on your ballot',
  };
}
