import type { ReactNode } from 'react';
import type { FormReply } from '../http/form-reply';
import type { LeavingView } from '../views/accounts';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { useTranslation } from './use-translation';

interface ConfirmErasureProps {
  leaving: LeavingView;
  /** The secret of a mailed link that led here. */
  token: string | null;
  reply?: FormReply | undefined;
}

/** The last step of leaving: what has to end first, or the proof that it is the account's owner. */
export function ConfirmErasure({ leaving, token, reply }: ConfirmErasureProps): ReactNode {
  const { t } = useTranslation();
  if (leaving.bonds.length > 0) {
    return (
      <section aria-labelledby="erase-first" className="notice bad">
        <h2 id="erase-first">{t('erase.first')}</h2>
        <ul>
          {leaving.bonds.map(({ code, about, page, says }, at) => (
            <li key={at}>
              {t(`erase.bond.${code}`, { about, defaultValue: says })} {page && <a href={page}>{t('erase.see')}</a>}
            </li>
          ))}
        </ul>
      </section>
    );
  }
  const byPassword = !token && leaving.hasPassword;
  return (
    <section aria-labelledby="erase-confirm">
      <h2 id="erase-confirm">{t('erase.confirm')}</h2>
      <ErrorSummary reply={reply} />
      {(token || byPassword) && (
        <form method="post" noValidate>
          {token && <input type="hidden" name="token" value={token} />}
          {token && <p>{t('erase.last')}</p>}
          {byPassword && (
            <Field name="password" type="password" label={t('erase.password')} autoComplete="current-password" required reply={reply} />
          )}
          <div className="actions">
            <button type="submit" name="do" value="erase" className="danger">
              {t('erase.submit')}
            </button>
          </div>
        </form>
      )}
      {!token && (
        <form method="post">
          <p className="quiet">{t('erase.link')}</p>
          <div className="actions">
            <button type="submit" name="do" value="link" className="secondary">
              {t('erase.send')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
