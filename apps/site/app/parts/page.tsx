import type { ReactNode } from 'react';
import { useTranslation } from './use-translation';

interface PageProps {
  title: string;
  /** One sentence under the title; also what search results and shared links show. */
  lead?: string | undefined;
  /** One column of readable width, for forms and texts. */
  narrow?: boolean;
  /** Small line above the title: where this page belongs. */
  above?: ReactNode;
  children: ReactNode;
}

/** A page's title, lead and body; puts the same words into the document's head. */
export function Page({ title, lead, narrow = false, above, children }: PageProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <title>{`${title} – WeGetTogether`}</title>
      <meta name="description" content={lead ?? t('footer.about')} />
      <meta property="og:title" content={title} />
      <div className="page-head">
        {above && <p className="above">{above}</p>}
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
