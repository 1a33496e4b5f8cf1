import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';

interface SupportButtonProps {
  /** The page that takes the support. */
  action: string;
  count: number;
  mine: boolean;
  /** Where to return afterwards. */
  back: string;
  /** What is supported, for people who hear the button without seeing what is beside it. */
  of: string;
}

/** Gives or takes back one's support; the count is words as well as a number. */
export function SupportButton({ action, count, mine, back, of }: SupportButtonProps): ReactNode {
  const { t } = useTranslation();
  return (
    <form method="post" action={action} className="support" data-support>
      <input type="hidden" name="do" value={mine ? 'unsupport' : 'support'} />
      <input type="hidden" name="back" value={back} />
      <button type="submit" className={mine ? 'support-button mine' : 'support-button'} aria-pressed={mine}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <path d="M8 14S1.5 10 1.5 5.5A3.5 3.5 0 0 1 8 3.6a3.5 3.5 0 0 1 6.5 1.9C14.5 10 8 14 8 14Z" />
        </svg>
        {t(mine ? 'support.mine' : 'support.give')}
        <span className="sr">: {of}</span>
      </button>
      <span className="support-count">{t('support.count', { count: mine ? Math.max(1, count) : count })}</span>
    </form>
  );
}
