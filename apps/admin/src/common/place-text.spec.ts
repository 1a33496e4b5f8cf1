import en from '../i18n/en.json';
import fr from '../i18n/fr.json';
import { placeText } from './place-text.js';
import type { Translate } from './say-account.js';

/** As react-admin's translator fills in texts. */
const translatorOf =
  (texts: object): Translate =>
  (key, options = {}) => {
    const text = key.split('.').reduce<unknown>((tree, step) => (tree as Record<string, unknown> | undefined)?.[step], texts);
    return String(text ?? options._ ?? key).replace(/%\{(\w+)\}/g, (_, name: string) => String(options[name]));
  };
const english = translatorOf(en);
const french = translatorOf(fr);

const unreadable = (...faults: object[]) => ({ title: '', status: 422, code: 'UNREADABLE_FILE', details: { faults } });
const noDay = { line: 3, column: 1, code: 'NOT_A_DAY', values: { written: '30/02/2026', form: 'dd/MM/yyyy' }, message: 'x' };

describe('where a file or an entry is at fault', () => {
  it('is said in the reader’s language', () => {
    expect(placeText(unreadable(noDay), english, 'en')).toBe('Line 3, column 1: “30/02/2026” is not a day written dd/MM/yyyy.');
    expect(placeText(unreadable(noDay), french, 'fr').replaceAll('\u00a0', ' ')).toBe(
      'Ligne 3, colonne 1 : « 30/02/2026 » n’est pas un jour écrit dd/MM/yyyy.',
    );
  });

  it('has days as people read them', () => {
    const values = { written: '3 June 1916', from: '2000-01-01', to: '2027-06-01' };
    expect(placeText(unreadable({ ...noDay, code: 'DAY_OUT_OF_RANGE', values }), french, 'fr')).toContain('du 1 janv. 2000 au 1 juin 2027');
  });

  it('is said for the first few places only, and in the API’s words where we have none', () => {
    const told = placeText(unreadable(noDay, noDay, { ...noDay, code: 'NEW_ONE', values: {} }, noDay), english, 'en');
    expect(told.match(/Line/g)).toHaveLength(3);
    expect(told).toMatch(/Line 3, column 1: x\. There are more\.$/);
  });

  it('calls the account of an entry by its name', () => {
    const unsound = { title: '', status: 422, code: 'ENTRY_UNSOUND', detail: 'x', details: { account: 'Assets:Bank:Main' } };
    expect(placeText(unsound, french, 'fr')).toBe('Compte en banque demande un montant positif, au débit ou au crédit');
  });
});
