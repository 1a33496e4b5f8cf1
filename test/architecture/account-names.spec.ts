import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance, type TFunction } from 'i18next';
import { sayAccount as sayInAdmin } from '../../apps/admin/src/common/say-account.js';
import { sayAccount as sayOnSite } from '../../apps/site/app/models/accounts.js';
import { ACCOUNT_NAMES, isAccount } from '../../libs/ledger/domain/chart-of-accounts.js';

/** A surplus belongs to one gathering, so that no list can name it. */
const SURPLUS = 'Equity:Surplus:WGT16';
const CHART = [...ACCOUNT_NAMES, SURPLUS];

type Texts = Record<string, string>;
const textsOf = (file: string): Record<string, Texts> =>
  JSON.parse(readFileSync(join(__dirname, '../../apps', file), 'utf8')) as Record<string, Texts>;
const namesInAdmin = (language: string): Texts => textsOf(`admin/src/i18n/${language}.json`).account_names!;
const keysOf = (names: Texts): string[] => Object.keys(names).sort();

function inAdmin(language: string): (name: string) => string {
  const texts = textsOf(`admin/src/i18n/${language}.json`);
  return (name) =>
    sayInAdmin(name, (key, options = {}) => {
      const [group = '', word = ''] = key.split('.');
      return (texts[group]?.[word] ?? String(options._)).replace('%{what}', String(options.what));
    });
}

function onSite(language: string): (name: string) => string {
  const i18n = createInstance({ lng: language, initAsync: false, interpolation: { escapeValue: false } });
  void i18n.init({ resources: { [language]: { translation: textsOf(`site/app/i18n/${language}.json`) } } });
  return (name) => sayOnSite(name, i18n.t as TFunction);
}

const sayings: Record<string, (name: string) => string> = {
  'admin, English': inAdmin('en'),
  'admin, French': inAdmin('fr'),
  'site, English': onSite('en'),
  'site, French': onSite('fr'),
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
    const names = keysOf(namesInAdmin('en'));
    expect(names.filter((key) => !key.endsWith('_*') && !isAccount(key.replaceAll('_', ':')))).toEqual([]);
    expect(keysOf(namesInAdmin('fr'))).toEqual(names);
    for (const language of ['en', 'fr'])
      expect(keysOf(textsOf(`site/app/i18n/${language}.json`).account!).filter((key) => key !== 'what')).toEqual(names);
  });
});
