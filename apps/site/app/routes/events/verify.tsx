import type { ReactNode } from 'react';
import { useTranslation } from '../../parts/use-translation';
import { type ActionFunctionArgs, data, useActionData, useParams } from 'react-router';
import { type FormReply, readForm, refused } from '../../http/form-reply';
import { visitorOf } from '../../http/visitor';
import { translatorOf } from '../../i18n/translator';
import { cleanReceipt } from '../../models/receipt';
import { ErrorSummary } from '../../parts/error-summary';
import { Field } from '../../parts/field';
import { Page } from '../../parts/page';
import type { VerifiedView } from '../../views/ballots';

type Answer = { found?: VerifiedView; reply?: FormReply };

/** Looks a receipt up. It is posted, so that it stays out of addresses and histories. */
export async function action(args: ActionFunctionArgs) {
  const { api, language } = visitorOf(args);
  const form = await readForm(args.request);
  const receipt = cleanReceipt(form['receipt'] ?? '');
  const found = await api.write<VerifiedView>('POST', `/events/${args.params['slug']}/ballots/${args.params['id']}/verify`, { receipt });
  if (found.ok) return data<Answer>({ found: found.body });
  return data<Answer>({ reply: refused(found.problem, form, translatorOf(language).t).data }, { status: found.problem.status });
}

export default function Verify(): ReactNode {
  const { t } = useTranslation();
  const { slug, id } = useParams();
  const { found, reply } = (useActionData<typeof action>() as Answer | undefined) ?? {};
  return (
    <Page
      title={t('ballot.verify')}
      lead={t('verify.lead')}
      above={<a href={`/events/${slug}/ballots/${id}`}>{t('verify.back')}</a>}
      narrow
    >
      <ErrorSummary reply={reply} />
      {found && (
        <div className={found.state === 'unknown' ? 'notice bad' : 'notice good'} role="status">
          <p>
            <strong>{t(`verify.${found.state}`)}</strong>
          </p>
          {found.counted !== null && <p>{t(found.counted ? 'verify.counted' : 'verify.notCounted')}</p>}
          {found.position !== null && (
            <p className="quiet">
              {t('verify.position', { position: found.position })} <code className="break">{found.chainHash}</code>
            </p>
          )}
        </div>
      )}
      <form method="post" noValidate data-own-receipt={id}>
        <Field
          name="receipt"
          label={t('ballot.receipt')}
          hint={t('verify.hint')}
          autoComplete="off"
          spellCheck={false}
          required
          reply={reply}
        />
        <div className="actions">
          <button type="submit">{t('verify.submit')}</button>
        </div>
      </form>
      <p className="quiet">{t('verify.how')}</p>
    </Page>
  );
}
