import { Fragment, type ReactNode } from 'react';
import { sayAccount } from '../models/accounts';
import { useTranslation } from './use-translation';

/** An account in everyday words, and small beneath what it is called in the books, for whoever compares with a download. */
export function AccountName({ of: name }: { of: string }): ReactNode {
  const { t } = useTranslation();
  const said = sayAccount(name, t);
  return (
    <>
      {said}
      {said !== name && (
        <small className="quiet block break">
          {name.split(/(?<=:)/).map((part) => (
            <Fragment key={part}>
              {part}
              <wbr />
            </Fragment>
          ))}
        </small>
      )}
    </>
  );
}
