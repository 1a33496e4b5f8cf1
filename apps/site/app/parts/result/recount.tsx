import type { ReactNode } from 'react';
import { useTranslation } from '../use-translation';

interface RecountProps {
  /** The vote's own address, without its API prefix. */
  path: string;
  resultHash: string;
  rulesHash: string;
  kind: string;
  /** The single ballots are published. */
  published: boolean;
}

/** How anybody counts again: the kit, the ballots in the form other tools read, and the fingerprints. */
export function Recount({ path, resultHash, rulesHash, kind, published }: RecountProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="recount">
      <h2 id="recount">{t('result.recount')}</h2>
      {published ? (
        <>
          <p>{t('result.recountText')}</p>
          <p className="actions">
            <a href={`/api/v1${path}/kit.zip`} download role="button" className="secondary">
              {t('result.kit')}
            </a>
            {kind === 'budget' && (
              <a href={`/api/v1${path}/publication.pb`} download>
                {t('result.download')}
              </a>
            )}
            <a href={`${path}/verify`}>{t('ballot.verify')}</a>
          </p>
        </>
      ) : (
        <p>{t('result.notPublished')}</p>
      )}
      <p className="quiet">
        {t('result.hash')} <code className="break">{resultHash}</code>
        <br />
        {t('rules.frozen')} <code className="break">{rulesHash}</code>
      </p>
    </section>
  );
}
