import type { ReactNode } from 'react';
import { SPARK_MAX } from '../../../../libs/events/domain/spark-text';
import { type TextProps, TextField } from './field';
import { useTranslation } from './use-translation';

/** The 140 characters of a spark, counted while typing where there is script. */
export function SparkText(text: Omit<TextProps, 'name' | 'hint'>): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <TextField {...text} name="text" hint={t('sparkForm.hint', { limit: SPARK_MAX })} rows={3} required data-spark-limit={SPARK_MAX} />
      <p className="counter" id="text-counter" aria-live="polite" data-left={t('sparkForm.left')} data-over={t('sparkForm.over')} hidden />
    </>
  );
}
