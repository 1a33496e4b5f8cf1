import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';
import type { BalanceView } from '../../views/results';
import { useFormat } from '../use-format';

/** Who could vote, who did, and what became of every ballot; further figures of the method beside them. */
export function Figures({ balance, children }: { balance: BalanceView; children?: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (counts: object): Record<string, string> =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, format.number(Number(count))]));
  return (
    <dl className="figures">
      <Figure name={t('result.eligible')} value={format.number(balance.eligible)} />
      <Figure
        name={t('result.voted')}
        value={format.number(balance.voted)}
        more={balance.eligible > 0 ? format.percent(balance.voted / balance.eligible) : undefined}
      />
      <Figure name={t('result.counted')} value={format.number(balance.counted)} />
      {balance.setAside.length === 0 && <Figure name={t('result.noneSetAside')} value={format.number(0)} />}
      {balance.setAside.map(({ reason, count }) => (
        <Figure key={reason} name={t([`result.setAside.${reason}`, 'result.setAside.other'])} value={format.number(count)} />
      ))}
      <Figure name={t('result.empty')} value={format.number(balance.empty)} />
      {balance.codes && (
        <Figure name={t('result.codes')} value={format.number(balance.codes.issued)} more={t('result.codesWent', shown(balance.codes))} />
      )}
      {children}
    </dl>
  );
}

export function Figure({ name, value, more }: { name: string; value: string; more?: string | undefined }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figure">
        {value} {more && <small className="quiet">{more}</small>}
      </dd>
    </div>
  );
}
