import { Box } from '@mui/material';
import { Fragment } from 'react';
import { useTranslate } from 'react-admin';
import { sayAccount } from '../common/say-account.js';

/** Long names break between their parts. */
const partsOf = (name: string) =>
  name.split(/(?<=:)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));

/** An account in the reader's words, with the name it has in the books and in every export beneath. */
export function AccountName({ of: name }: { of: string }) {
  const t = useTranslate();
  const said = sayAccount(name, t);
  return (
    <Box component="span" sx={{ display: 'block', textAlign: 'left', overflowWrap: 'anywhere' }}>
      {said}
      {said !== name && (
        <Box component="span" sx={{ display: 'block', fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
          {partsOf(name)}
        </Box>
      )}
    </Box>
  );
}
