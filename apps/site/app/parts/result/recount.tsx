import type { ReactNode } from 'react';
import type { PublishedHeadView } from '../../views/results';
import { useTranslation } from '../use-translation';
import { PublishedHeads } from './published-heads';

interface RecountProps {
  /** The vote's own address, without its API prefix. */
  path: string;
  resultHash: string;
  rulesHash: string;
  kind: string;
  method: string;
  /** The single ballots are published. */
  published: boolean;
  heads: readonly PublishedHeadView[];
}

/** How anybody counts again: the kit, the ballots in the form other tools read, and the fingerprints. */
export function Recount({ path, resultHash, rulesHash, kind, method, published, heads }: RecountProps): ReactNode {
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
            {formsOf(kind, method).map((form) => (
              <a key={form} href={`/api/v1${path}/publication.${form}`} download>
                {t('result.download', { form: form === 'preflib' ? 'PrefLib' : `.${form}` })}
              </a>
            ))}
            <a href={`${path}/verify`}>{t('ballot.verify')}</a>
          </p>
        </>
      ) : (
        <p>{t('result.notPublished')}</p>
      )}
      <PublishedHeads heads={heads} />
      <p className="quiet">
        {t('result.hash')} <code className="break">{resultHash}</code>
        <br />
        {t('rules.frozen')} <code className="break">{rulesHash}</code>
      </p>
    </section>
  );
}

/** The forms in which the ballots are published, for the tools that read them. */
function formsOf(kind: string, method: string): string[] {
  if (kind === 'budget') return ['pb'];
  if (kind === 'ranked') return ['preflib', 'blt'];
  return [method === 'points' ? 'csv' : 'cat'];
}
