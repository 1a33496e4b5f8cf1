import adminEnglish from '../../apps/admin/src/i18n/en.json';
import adminFrench from '../../apps/admin/src/i18n/fr.json';
import { sayAccount as sayInAdmin } from '../../apps/admin/src/common/say-account.js';
import siteEnglish from '../../apps/site/app/i18n/en.json';
import siteFrench from '../../apps/site/app/i18n/fr.json';
import { sayAccount as sayOnSite } from '../../apps/site/app/models/accounts';
import { translatorOf } from '../../apps/site/app/i18n/translator';
import { ACCOUNT_NAMES, isAccount } from '../../libs/ledger/domain/chart-of-accounts.js';

/** A surplus belongs to one gathering, so that no list can name it. */
const SURPLUS = 'Equity:Surplus:WGT16';
const CHART = [...ACCOUNT_NAMES, SURPLUS];

type Texts = Record<string, string>;
const keysOf = (names: Texts): string[] => Object.keys(names).sort();

const inAdmin = (texts: { account_names: Texts; categories: Texts }) => (name: string) =>
  sayInAdmin(name, (key, options = {}) => {
    const [group, word = ''] = key.split('.') as ['account_names' | 'categories', string];
    return (texts[group][word] ?? String(options._)).replace('%{what}', String(options.what));
  });
const sayings: Record<string, (name: string) => string> = {
  'admin, English': inAdmin(adminEnglish),
  'admin, French': inAdmin(adminFrench),
  'site, English': (name) => sayOnSite(name, translatorOf('en').t),
  'site, French': (name) => sayOnSite(name, translatorOf('fr').t),
};

describe('the accounts of the chart', () => {
  it.each(Object.keys(sayings))('each have a name of their own: %s', (where) => {
    const said = CHART.map((name) => ({ name, said: sayings[where]!(name) }));
    expect(said.filter(({ name, said }) => said === name || /[:_*{]\S|undefined/.test(said))).toEqual([]);
    expect(new Set(said.map((account) => account.said)).size).toBe(CHART.length);
  });

  it('are called the same by the team and in public', () => {
    for (const language of ['English', 'French'])
      for (const name of CHART) expect(sayings[`admin, ${language}`]!(name)).toBe(sayings[`site, ${language}`]!(name));
  });

  it('are the only ones that have names', () => {
    const stray = keysOf(adminEnglish.account_names).filter((key) => !key.endsWith('_*') && !isAccount(key.replaceAll('_', ':')));
    expect(stray).toEqual([]);
    expect(keysOf(adminFrench.account_names)).toEqual(keysOf(adminEnglish.account_names));
    for (const { account } of [siteEnglish, siteFrench])
      expect(
        Object.keys(account)
          .filter((key) => key !== 'what')
          .sort(),
      ).toEqual(keysOf(adminEnglish.account_names));
  });
});
