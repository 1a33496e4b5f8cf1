import type { Locale } from './words.js';

interface Text {
  subject: string;
  body: string;
  because: string;
}

interface Values {
  name: string;
  title: string;
  amount: string;
  link: string;
  until: string;
  reference: string;
}

const en = {
  committed: (v: Values): Text => ({
    subject: `Your pledge of ${v.amount} to ${v.title}`,
    body: `Hello ${v.name},\n\nthank you. Your pledge of ${v.amount} to “${v.title}” counts now. Your card is charged only if the goal is met by ${v.until}.\n\nUntil then you can change or withdraw it here:\n${v.link}\n\nReference: ${v.reference}`,
    because: 'you made a pledge',
  }),
  awaited: (v: Values): Text => ({
    subject: `How to transfer your pledge of ${v.amount}`,
    body: `Hello ${v.name},\n\nthank you. Please transfer ${v.amount} for “${v.title}” and write this reference:\n\n${v.reference}\n\nWhere to send it, and how to change or withdraw your pledge:\n${v.link}`,
    because: 'you made a pledge',
  }),
  receipt: (v: Values): Text => ({
    subject: `Receipt: ${v.amount} for ${v.title}`,
    body: `Hello ${v.name},\n\nwe have received ${v.amount} for “${v.title}”. Thank you.\n\nYour receipt and your pledge:\n${v.link}\n\nReference: ${v.reference}`,
    because: 'you paid a pledge',
  }),
  retrying: (v: Values): Text => ({
    subject: `Your card was declined: ${v.amount} for ${v.title}`,
    body: `Hello ${v.name},\n\nthe goal of “${v.title}” was met, but your bank declined ${v.amount}. We try again by ourselves; you need to do nothing if the money will be there. You can also pay with another card now:\n${v.link}\n\nThe pledge ends on ${v.until}.`,
    because: 'your pledge could not be collected',
  }),
  needs_authentication: (v: Values): Text => ({
    subject: `Your bank asks you to confirm ${v.amount} for ${v.title}`,
    body: `Hello ${v.name},\n\nthe goal of “${v.title}” was met, and your bank wants you to confirm the payment of ${v.amount} yourself. Please do so here, on any device:\n${v.link}\n\nThe pledge ends on ${v.until}.`,
    because: 'your pledge could not be collected',
  }),
  needs_new_method: (v: Values): Text => ({
    subject: `Another card is needed: ${v.amount} for ${v.title}`,
    body: `Hello ${v.name},\n\nthe goal of “${v.title}” was met, but your card can no longer be used. Please pay ${v.amount} with another one here:\n${v.link}\n\nThe pledge ends on ${v.until}.`,
    because: 'your pledge could not be collected',
  }),
  lapsed: (v: Values): Text => ({
    subject: `Your pledge to ${v.title} has ended`,
    body: `Hello ${v.name},\n\nwe could not collect your pledge of ${v.amount} to “${v.title}”, so it has ended. Nothing was charged. Thank you for having wanted to help.\n${v.link}`,
    because: 'your pledge could not be collected',
  }),
  released: (v: Values): Text => ({
    subject: `${v.title} did not reach its goal`,
    body: `Hello ${v.name},\n\n“${v.title}” did not reach its goal by ${v.until}. Your pledge of ${v.amount} is released: your card is not charged, and we have forgotten it.\n${v.link}`,
    because: 'you made a pledge',
  }),
  returned: (v: Values): Text => ({
    subject: `${v.title} did not reach its goal: your transfer comes back`,
    body: `Hello ${v.name},\n\n“${v.title}” did not reach its goal by ${v.until}. The treasurer sends back the ${v.amount} that you transferred.\n${v.link}`,
    because: 'you made a pledge',
  }),
  calledOff: (v: Values): Text => ({
    subject: `${v.title} was called off`,
    body: `Hello ${v.name},\n\nthe campaign “${v.title}” was called off. Your pledge of ${v.amount} is released: nothing is charged, and a card you left is forgotten.\n${v.link}`,
    because: 'you made a pledge',
  }),
  calledOffPaid: (v: Values): Text => ({
    subject: `${v.title} was called off: your ${v.amount} will come back`,
    body: `Hello ${v.name},\n\nthe campaign “${v.title}” was called off. You get back the ${v.amount} that you paid; two people of the event look at each repayment before it is sent.\n${v.link}\n\nReference: ${v.reference}`,
    because: 'you paid a pledge',
  }),
  tooLate: (v: Values): Text => ({
    subject: `Your pledge to ${v.title} came after the deadline`,
    body: `Hello ${v.name},\n\nyour card was saved after the deadline of “${v.title}” (${v.until}), so the pledge of ${v.amount} does not count. Your card is not charged, and we have forgotten it.\n${v.link}`,
    because: 'you made a pledge',
  }),
  withdrawn: (v: Values): Text => ({
    subject: `Your pledge to ${v.title} is withdrawn`,
    body: `Hello ${v.name},\n\nyour pledge of ${v.amount} to “${v.title}” is withdrawn. Nothing is charged.\n${v.link}`,
    because: 'you withdrew a pledge',
  }),
  refunded: (v: Values): Text => ({
    subject: `${v.amount} comes back to you from ${v.title}`,
    body: `Hello ${v.name},\n\nwe are sending ${v.amount} back to your card for your pledge to “${v.title}”. It usually takes 5 to 10 days.\n${v.link}\n\nReference: ${v.reference}`,
    because: 'a pledge of yours was refunded',
  }),
  goalLowered: (v: Values): Text => ({
    subject: `${v.title} needs ${v.amount} less`,
    body: `Hello ${v.name},\n\ngood news: part of what “${v.title}” needs is given in kind, so its goal is ${v.amount} lower. Your pledge stays as it is.\n${v.link}`,
    because: 'you made a pledge',
  }),
};

export type MailKind = keyof typeof en;

const fr: Record<MailKind, (v: Values) => Text> = {
  committed: (v) => ({
    subject: `Votre contribution de ${v.amount} à ${v.title}`,
    body: `Bonjour ${v.name},\n\nmerci. Votre contribution de ${v.amount} à « ${v.title} » est prise en compte. Votre carte ne sera débitée que si l'objectif est atteint d'ici le ${v.until}.\n\nJusque-là, vous pouvez la modifier ou la retirer ici :\n${v.link}\n\nRéférence : ${v.reference}`,
    because: 'vous avez promis une contribution',
  }),
  awaited: (v) => ({
    subject: `Comment virer votre contribution de ${v.amount}`,
    body: `Bonjour ${v.name},\n\nmerci. Veuillez virer ${v.amount} pour « ${v.title} » en indiquant cette référence :\n\n${v.reference}\n\nLe compte à créditer, et comment modifier ou retirer votre contribution :\n${v.link}`,
    because: 'vous avez promis une contribution',
  }),
  receipt: (v) => ({
    subject: `Reçu : ${v.amount} pour ${v.title}`,
    body: `Bonjour ${v.name},\n\nnous avons reçu ${v.amount} pour « ${v.title} ». Merci.\n\nVotre reçu et votre contribution :\n${v.link}\n\nRéférence : ${v.reference}`,
    because: 'vous avez payé une contribution',
  }),
  retrying: (v) => ({
    subject: `Votre carte a été refusée : ${v.amount} pour ${v.title}`,
    body: `Bonjour ${v.name},\n\nl'objectif de « ${v.title} » est atteint, mais votre banque a refusé ${v.amount}. Nous réessayons de nous-mêmes ; vous n'avez rien à faire si le compte est approvisionné. Vous pouvez aussi payer dès maintenant avec une autre carte :\n${v.link}\n\nLa contribution prend fin le ${v.until}.`,
    because: "votre contribution n'a pas pu être encaissée",
  }),
  needs_authentication: (v) => ({
    subject: `Votre banque vous demande de confirmer ${v.amount} pour ${v.title}`,
    body: `Bonjour ${v.name},\n\nl'objectif de « ${v.title} » est atteint et votre banque souhaite que vous confirmiez vous-même le paiement de ${v.amount}. Vous pouvez le faire ici, depuis n'importe quel appareil :\n${v.link}\n\nLa contribution prend fin le ${v.until}.`,
    because: "votre contribution n'a pas pu être encaissée",
  }),
  needs_new_method: (v) => ({
    subject: `Une autre carte est nécessaire : ${v.amount} pour ${v.title}`,
    body: `Bonjour ${v.name},\n\nl'objectif de « ${v.title} » est atteint, mais votre carte ne peut plus être utilisée. Veuillez payer ${v.amount} avec une autre carte ici :\n${v.link}\n\nLa contribution prend fin le ${v.until}.`,
    because: "votre contribution n'a pas pu être encaissée",
  }),
  lapsed: (v) => ({
    subject: `Votre contribution à ${v.title} a pris fin`,
    body: `Bonjour ${v.name},\n\nnous n'avons pas pu encaisser votre contribution de ${v.amount} à « ${v.title} » ; elle a donc pris fin. Rien n'a été débité. Merci d'avoir voulu aider.\n${v.link}`,
    because: "votre contribution n'a pas pu être encaissée",
  }),
  released: (v) => ({
    subject: `${v.title} n'a pas atteint son objectif`,
    body: `Bonjour ${v.name},\n\n« ${v.title} » n'a pas atteint son objectif au ${v.until}. Votre contribution de ${v.amount} est annulée : votre carte n'est pas débitée et nous l'avons oubliée.\n${v.link}`,
    because: 'vous avez promis une contribution',
  }),
  returned: (v) => ({
    subject: `${v.title} n'a pas atteint son objectif : votre virement vous revient`,
    body: `Bonjour ${v.name},\n\n« ${v.title} » n'a pas atteint son objectif au ${v.until}. La trésorerie vous renvoie les ${v.amount} que vous aviez virés.\n${v.link}`,
    because: 'vous avez promis une contribution',
  }),
  calledOff: (v) => ({
    subject: `${v.title} a été annulée`,
    body: `Bonjour ${v.name},\n\nla campagne « ${v.title} » a été annulée. Votre contribution de ${v.amount} n'a plus cours : rien n'est débité, et une carte enregistrée est oubliée.\n${v.link}`,
    because: 'vous avez promis une contribution',
  }),
  calledOffPaid: (v) => ({
    subject: `${v.title} a été annulée : vos ${v.amount} vous reviendront`,
    body: `Bonjour ${v.name},\n\nla campagne « ${v.title} » a été annulée. Les ${v.amount} que vous avez payés vous seront rendus ; deux personnes de l'événement regardent chaque remboursement avant son envoi.\n${v.link}\n\nRéférence : ${v.reference}`,
    because: 'vous avez payé une contribution',
  }),
  tooLate: (v) => ({
    subject: `Votre contribution à ${v.title} est arrivée après la date limite`,
    body: `Bonjour ${v.name},\n\nvotre carte a été enregistrée après la date limite de « ${v.title} » (${v.until}) ; la contribution de ${v.amount} ne compte donc pas. Votre carte n'est pas débitée et nous l'avons oubliée.\n${v.link}`,
    because: 'vous avez promis une contribution',
  }),
  withdrawn: (v) => ({
    subject: `Votre contribution à ${v.title} est retirée`,
    body: `Bonjour ${v.name},\n\nvotre contribution de ${v.amount} à « ${v.title} » est retirée. Rien n'est débité.\n${v.link}`,
    because: 'vous avez retiré une contribution',
  }),
  refunded: (v) => ({
    subject: `${v.amount} vous reviennent de ${v.title}`,
    body: `Bonjour ${v.name},\n\nnous renvoyons ${v.amount} sur votre carte pour votre contribution à « ${v.title} ». Cela prend en général 5 à 10 jours.\n${v.link}\n\nRéférence : ${v.reference}`,
    because: 'une de vos contributions a été remboursée',
  }),
  goalLowered: (v) => ({
    subject: `${v.title} a besoin de ${v.amount} de moins`,
    body: `Bonjour ${v.name},\n\nbonne nouvelle : une partie des besoins de « ${v.title} » est donnée en nature, l'objectif baisse donc de ${v.amount}. Votre contribution reste inchangée.\n${v.link}`,
    because: 'vous avez promis une contribution',
  }),
};

const texts: Record<Locale, Record<MailKind, (v: Values) => Text>> = { en, fr };

/** A mail of ours in the language of who gets it. */
export const textOf = (locale: Locale, kind: MailKind, values: Values): Text => texts[locale][kind](values);
