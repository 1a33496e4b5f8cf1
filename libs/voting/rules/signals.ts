/**
 * What makes a ballot look odd (VOT-11). A sign only flags: venues share one network and friends agree with one another. People look at the
 * numbers, and the result says whether it hangs on flagged ballots.
 */
export const SIGNALS = ['device', 'network', 'burst', 'disposable', 'identical'] as const;
export type Signal = (typeof SIGNALS)[number];

/** From how many ballots on a sign is given. */
export const THRESHOLDS = {
  /** From one browser on one network. */
  device: 3,
  /** From one network. */
  network: 10,
  /** From one network within ten minutes. */
  burst: 5,
  /** With the same content within ten minutes ... */
  identical: 3,
  /** ... of at least so many choices: fewer are alike by chance. */
  identicalChoices: 3,
} as const;

/** What is known of where casts came from is dropped so many days after the close. */
export const TRACES_KEPT_DAYS = 30;

/** Domains that hand out mailboxes for ten minutes; the well-known ones. */
export const DISPOSABLE_DOMAINS: readonly string[] = [
  ...['10minutemail.com', '10minutemail.net', '20minutemail.com', 'burnermail.io', 'discard.email', 'dispostable.com', 'emailondeck.com'],
  ...[
    'fakeinbox.com',
    'fakemail.net',
    'getairmail.com',
    'getnada.com',
    'grr.la',
    'guerrillamail.com',
    'guerrillamail.net',
    'guerrillamail.org',
  ],
  ...['inboxkitten.com', 'jetable.org', 'maildrop.cc', 'mailcatch.com', 'mailinator.com', 'mailnesia.com', 'mailsac.com', 'mintemail.com'],
  ...[
    'moakt.com',
    'mohmal.com',
    'mytemp.email',
    'nada.email',
    'sharklasers.com',
    'spam4.me',
    'spamgourmet.com',
    'temp-mail.org',
    'tempmail.com',
  ],
  ...['tempmail.net', 'tempmailo.com', 'tempr.email', 'throwawaymail.com', 'trashmail.com', 'trashmail.de', 'yopmail.com', 'yopmail.fr'],
];
