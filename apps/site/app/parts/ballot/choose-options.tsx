import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { basketOf } from '../../models/knapsack';
import { whyNot } from '../../models/why-not';
import { useFormat } from '../use-format';
import { BallotFieldset } from './ballot-fieldset';
import type { MethodFieldsProps } from './method-fields';
import { OptionText, ReadMore } from './option-text';
import { PotSum, whyNotTexts } from './pot-sum';

/** Approval, support and the knapsack: tick what you would like. With a knapsack each option that cannot be added says why (PBG-2). */
export function ChooseOptions({ ballot, content, may, why: atAll, error }: MethodFieldsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = new Set(content?.choices ?? []);
  const { pot } = ballot;
  const knapsack = ballot.method === 'knapsack' && pot !== null;
  const least = ballot.minSpend?.amount ?? 0;
  const priced = ballot.options.map(({ optionId, cost }) => ({ id: optionId, cost: cost?.amount ?? 0 }));
  const basket = basketOf(priced, chosen, pot?.amount ?? 0, least);
  const texts = whyNotTexts(t);
  return (
    <BallotFieldset legend={t('ballot.choose')} hint={hintOf()} error={error}>
      {pot && <PotSum basket={basket} pot={pot} knapsack={knapsack ? { most: ballot.maxChoices, least, atAll, texts } : undefined} />}
      {ballot.options.map((option) => {
        const { optionId, withdrawn } = option;
        const why = knapsack ? whyNot({ id: optionId, withdrawn }, atAll, chosen, ballot.maxChoices, basket) : null;
        return (
          <div key={optionId} className="choice" data-cost={pot ? (option.cost?.amount ?? 0) : undefined}>
            <input
              type="checkbox"
              id={`choice-${optionId}`}
              name="choice"
              value={optionId}
              defaultChecked={chosen.has(optionId)}
              disabled={!may || withdrawn}
              aria-describedby={knapsack ? `fit-${optionId}` : undefined}
            />
            <label htmlFor={`choice-${optionId}`}>
              <OptionText option={option}>
                {knapsack && pot && (
                  <span className="fit" id={`fit-${optionId}`} data-why={why ?? ''}>
                    {why ? texts[why].replace('#', format.money({ ...pot, amount: basket.tooDear.get(optionId) ?? 0 })) : ''}
                  </span>
                )}
              </OptionText>
            </label>
            <ReadMore option={option} />
          </div>
        );
      })}
    </BallotFieldset>
  );

  function hintOf(): string {
    if (knapsack && pot && ballot.minSpend)
      return t('ballot.chooseWithinLeast', { pot: format.money(pot), least: format.money(ballot.minSpend) });
    if (knapsack && pot) return t('ballot.chooseWithin', { pot: format.money(pot) });
    const atMost = ballot.maxChoices < ballot.options.length;
    if (ballot.minChoices > 1) {
      return atMost
        ? t('ballot.chooseBetween', { least: ballot.minChoices, most: ballot.maxChoices })
        : t('ballot.chooseAtLeast', { count: ballot.minChoices });
    }
    return t(atMost ? 'ballot.chooseAtMost' : 'ballot.chooseAny', { count: ballot.maxChoices });
  }
}
