import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';
import type { FormReply } from '../http/form-reply';
import type { AccessTokensView, NewTokenView } from '../views/accounts';
import { ErrorSummary } from './error-summary';
import { Field } from './field';
import { DoneNotice, Empty, Late } from './notice';
import { useFormat } from './use-format';

interface MyTokensProps {
  tokens: AccessTokensView['items'] | null;
  /** The token just made: this is the one time it is shown. */
  made?: NewTokenView | undefined;
  /** One has just been revoked: what was done is said here, where one looks. */
  revoked: boolean;
  reply?: FormReply | undefined;
}

/** Tokens for programs that act for this person. */
export function MyTokens({ tokens, made, revoked, reply }: MyTokensProps): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details id="tokens" open={!!made || !!reply || revoked}>
      <summary>{t('tokens.title')}</summary>
      <p>{t('tokens.lead')}</p>
      {revoked && <DoneNotice />}
      {made && (
        <p className="notice good" role="status">
          {t('tokens.once')} <code className="break">{made.token}</code>
        </p>
      )}
      {tokens === null ? (
        <Late />
      ) : tokens.length === 0 ? (
        <Empty>{t('tokens.empty')}</Empty>
      ) : (
        <ul className="rows">
          {tokens.map((token) => (
            <li key={token.id}>
              <span>
                {token.name} <span className="quiet">{t('tokens.until', { date: format.date(token.expiresAt) })}</span>
              </span>
              <form method="post" action="/me">
                <input type="hidden" name="do" value="revoke-token" />
                <input type="hidden" name="id" value={token.id} />
                <button type="submit" className="plain">
                  {t('tokens.revoke')}
                  <span className="sr">: {token.name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action="/me#tokens" noValidate>
        <ErrorSummary reply={reply} />
        <input type="hidden" name="do" value="make-token" />
        <div className="two">
          <Field name="tokenName" label={t('tokens.name')} required maxLength={60} reply={reply} />
          <Field name="days" type="number" label={t('tokens.days')} min={1} max={366} defaultValue="90" required reply={reply} />
        </div>
        <div className="actions">
          <button type="submit" className="secondary">
            {t('tokens.make')}
          </button>
        </div>
      </form>
    </details>
  );
}
