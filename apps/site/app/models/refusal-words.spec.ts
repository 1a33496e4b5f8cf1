import { translatorOf } from '../i18n/translator';
import { formatFor } from './format';
import { refusalWords } from './refusal-words';

describe.each(['en', 'fr'] as const)('what is said of a ballot that was not taken (%s)', (language) => {
  const { t } = translatorOf(language);
  const money = (amount: number): string => formatFor(language).money({ amount, currency: 'USD' });
  const texts = {
    failed: t('ballot.failed'),
    notCounted: t('ballot.notCounted'),
    nothingCounted: t('ballot.nothingCounted'),
    refusals: { UNDER_MINIMUM: t('ballot.missing', { missing: '{missing}', least: '{least}' }), TOO_FEW: t('problem.TOO_FEW') },
  };
  const under = { code: 'UNDER_MINIMUM', details: { bound: 4_500, found: 4_000 } };

  it('names what is missing to the minimum, and that it does not count yet (PBG-3, VOT-4)', () => {
    const said = refusalWords(texts, under, true, money);
    expect(said).toContain(money(500));
    expect(said).toContain(money(4_500));
    expect(said).toBe(t('ballot.notCounted').replace('#', () => t('ballot.missing', { missing: money(500), least: money(4_500) })));
  });

  it('does not speak of an earlier ballot where there is none (PBG-3)', () => {
    expect(refusalWords(texts, under, false, money)).toBe(
      t('ballot.nothingCounted').replace('#', () => t('ballot.missing', { missing: money(500), least: money(4_500) })),
    );
    expect(t('ballot.nothingCounted')).not.toBe(t('ballot.notCounted'));
  });

  it('is the plain reason otherwise, and that nothing was saved where no reason is known', () => {
    expect(refusalWords(texts, { code: 'TOO_FEW', details: { bound: 2, found: 1 } }, true, money)).toContain(t('problem.TOO_FEW'));
    expect(refusalWords(texts, {}, true, money)).toBe(t('ballot.failed'));
  });
});
