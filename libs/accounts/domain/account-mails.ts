import type { Mail } from '#platform';

type Locale = 'en' | 'fr';
type Words = (link: string, event: string) => { subject: string; body: string; because: string };

const words: Record<'confirm' | 'exists' | 'signIn' | 'reset' | 'invitation' | 'erase', Record<Locale, Words>> = {
  confirm: {
    en: (link) => ({
      subject: 'Confirm your e-mail address',
      body: `Welcome! Open this page and press the button to confirm your address:\n\n${link}\n\nThe link works for 48 hours. If you did not ask for it, do nothing.`,
      because: 'you signed up with this address',
    }),
    fr: (link) => ({
      subject: 'Confirmez votre adresse e-mail',
      body: `Bienvenue ! Ouvrez cette page et appuyez sur le bouton pour confirmer votre adresse :\n\n${link}\n\nLe lien est valable 48 heures. Si vous n’êtes pas à l’origine de cette demande, ne faites rien.`,
      because: 'vous vous êtes inscrit avec cette adresse',
    }),
  },
  exists: {
    en: (link) => ({
      subject: 'You already have an account',
      body: `Somebody, probably you, tried to sign up with this address. You already have an account. Open this page and press the button to sign in:\n\n${link}\n\nThe link works once, for 15 minutes. After that the same page leads to where you can sign in, or ask for a new password.`,
      because: 'somebody signed up with this address',
    }),
    fr: (link) => ({
      subject: 'Vous avez déjà un compte',
      body: `Quelqu’un, sans doute vous, a voulu s’inscrire avec cette adresse. Vous avez déjà un compte. Ouvrez cette page et appuyez sur le bouton pour vous connecter :\n\n${link}\n\nLe lien fonctionne une seule fois, pendant 15 minutes. Passé ce délai, la même page vous mène là où vous pourrez vous connecter ou demander un nouveau mot de passe.`,
      because: 'une inscription a été demandée avec cette adresse',
    }),
  },
  signIn: {
    en: (link) => ({
      subject: 'Your sign-in link',
      body: `Open this page and press the button to sign in:\n\n${link}\n\nThe link works once, for 15 minutes.`,
      because: 'you asked for a sign-in link',
    }),
    fr: (link) => ({
      subject: 'Votre lien de connexion',
      body: `Ouvrez cette page et appuyez sur le bouton pour vous connecter :\n\n${link}\n\nLe lien fonctionne une seule fois, pendant 15 minutes.`,
      because: 'vous avez demandé un lien de connexion',
    }),
  },
  reset: {
    en: (link) => ({
      subject: 'Choose a new password',
      body: `Open this page to choose a new password:\n\n${link}\n\nThe link works once, for 30 minutes. Every device will have to sign in again.`,
      because: 'you asked for a new password',
    }),
    fr: (link) => ({
      subject: 'Choisissez un nouveau mot de passe',
      body: `Ouvrez cette page pour choisir un nouveau mot de passe :\n\n${link}\n\nLe lien fonctionne une seule fois, pendant 30 minutes. Chaque appareil devra se reconnecter.`,
      because: 'vous avez demandé un nouveau mot de passe',
    }),
  },
  erase: {
    en: (link) => ({
      subject: 'Erase your account',
      body: `Open this page and press the button to erase your account for good:\n\n${link}\n\nThe link works once, for 30 minutes. If you did not ask for it, do nothing: your account stays as it is.`,
      because: 'you asked to erase your account',
    }),
    fr: (link) => ({
      subject: 'Effacez votre compte',
      body: `Ouvrez cette page et appuyez sur le bouton pour effacer votre compte pour de bon :\n\n${link}\n\nLe lien fonctionne une seule fois, pendant 30 minutes. Si vous n’êtes pas à l’origine de cette demande, ne faites rien : votre compte reste tel quel.`,
      because: 'vous avez demandé l’effacement de votre compte',
    }),
  },
  invitation: {
    en: (link, event) => ({
      subject: `You are invited to help with “${event}”`,
      body: `You are invited to the team that organises “${event}”. Open this page to see which role is offered to you, and to take it up:\n\n${link}\n\nThe link works once, for 14 days.`,
      because: 'an organiser invited you',
    }),
    fr: (link, event) => ({
      subject: `Vous êtes invité à aider pour « ${event} »`,
      body: `Vous êtes invité dans l’équipe qui organise « ${event} ». Ouvrez cette page pour voir quel rôle vous est proposé, et pour le prendre :\n\n${link}\n\nLe lien fonctionne une seule fois, pendant 14 jours.`,
      because: 'un organisateur vous a invité',
    }),
  },
};

type MailFor = (locale: Locale, to: string, link: string) => Mail;

/** The mails about accounts, in the reader's language; an invitation also says to which event. */
export const accountMails = Object.fromEntries(
  Object.entries(words).map(([kind, byLocale]) => [
    kind,
    (locale: Locale, to: string, link: string, event = '') => ({ to, ...byLocale[locale](link, event) }),
  ]),
) as Record<Exclude<keyof typeof words, 'invitation'>, MailFor> & {
  invitation: (locale: Locale, to: string, link: string, event: string) => Mail;
};
