import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import { basketOf } from '../../models/knapsack';
import { useFormat } from '../use-format';
import { BallotFieldset } from './ballot-fieldset';
import type { MethodFieldsProps } from './method-fields';
import { OptionText, ReadMore } from './option-text';
import { PotSum } from './pot-sum';

/** Approval, support and the knapsack: tick what you would like. With a knapsack what no longer fits says why. */
export function ChooseOptions({ ballot, content, may, error }: MethodFieldsProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = new Set(content?.choices ?? []);
  const { pot } = ballot;
  const knapsack = ballot.method === 'knapsack' && pot !== null;
  const priced = ballot.options.map(({ optionId, cost }) => ({ id: optionId, cost: cost?.amount ?? 0 }));
  const basket = basketOf(priced, chosen, pot?.amount ?? 0);
  return (
    <BallotFieldset legend={t('ballot.choose')} hint={hintOf()} error={error}>
      {pot && <PotSum basket={basket} pot={pot} strict={knapsack} />}
      {ballot.options.map((option) => {
        const over = knapsack && pot ? basket.tooDear.get(option.optionId) : undefined;
        const missing = (amount: string): string => t('ballot.doesNotFit', { amount });
        return (
          <div key={option.optionId} className="choice" data-cost={pot ? (option.cost?.amount ?? 0) : undefined}>
            <input
              type="checkbox"
              id={`choice-${option.optionId}`}
              name="choice"
              value={option.optionId}
              defaultChecked={chosen.has(option.optionId)}
              disabled={!may || option.withdrawn}
              aria-describedby={knapsack ? `fit-${option.optionId}` : undefined}
            />
            <label htmlFor={`choice-${option.optionId}`}>
              <OptionText option={option}>
                {knapsack && pot && (
                  <span className="fit" id={`fit-${option.optionId}`} data-fit={missing('#')}>
                    {over ? missing(format.money({ ...pot, amount: over })) : ''}
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
