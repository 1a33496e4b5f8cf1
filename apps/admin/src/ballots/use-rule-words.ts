import { useTranslate } from 'react-admin';

const SHARES = /^mes_(cost|cardinality|points)_(none|add1|add1u|add1_until_overspend)$/;

/** How rules are called and explained; the variants of equal shares are put together from their parts. */
export function useRuleWords() {
  const t = useTranslate();
  const parts = (rule: string) => SHARES.exec(rule)?.slice(1) as [string, string] | undefined;
  return {
    name: (rule: string): string => {
      const shares = parts(rule);
      if (!shares) return t(`rules.${rule}`, { _: rule });
      return t(`rules.mes_by.${shares[0]}`, { end: t(`rules.mes_end.${shares[1]}`) });
    },
    text: (rule: string): string => {
      const shares = parts(rule);
      if (!shares) return t(`rule_texts.${rule}`, { _: '' });
      return [t('rule_texts.mes'), t(`rule_texts.mes_by.${shares[0]}`), t(`rule_texts.mes_end.${shares[1]}`)].join(' ');
    },
  };
}
