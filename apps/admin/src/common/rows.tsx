import {
  Box,
  Link as MuiLink,
  List,
  ListItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
  useMediaQuery,
  type Theme,
} from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useCreatePath, useTranslate } from 'react-admin';

/** A column of a list: its heading is `fields.<name>`; the first column names the row. */
export interface Column<T> {
  name: string;
  show: (row: T) => ReactNode;
  /** Amounts and counts stand at the right. */
  numeric?: boolean;
}

interface Props<T> {
  rows: readonly T[];
  columns: readonly Column<T>[];
  linkTo?: (row: T) => string;
}

const Named = ({ to, children }: { to?: string; children: ReactNode }) =>
  to ? (
    <MuiLink component={Link} to={to} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
      {children}
    </MuiLink>
  ) : (
    <Box component="span" sx={{ fontWeight: 600 }}>
      {children}
    </Box>
  );

/** Rows as a table, or as one card a row where the screen is narrow; a card leaves out what its row does not have. */
export function Rows<T extends { id?: unknown }>({ rows, columns, linkTo }: Props<T>) {
  const t = useTranslate();
  const path = useCreatePath();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [first, ...rest] = columns;
  const to = (row: T) => linkTo && path({ resource: linkTo(row).replace(/^\//, ''), type: 'list' });
  const key = (row: T, i: number) => String(row.id ?? i);

  if (small)
    return (
      <List dense disablePadding>
        {rows.map((row, i) => (
          <ListItem key={key(row, i)} divider sx={{ display: 'block', py: 1.25 }}>
            <Named to={to(row)}>{first?.show(row)}</Named>
            {rest.map(({ name, show }) => (
              <Box
                key={name}
                sx={{
                  display: 'flex',
                  gap: 1,
                  justifyContent: 'space-between',
                  minWidth: 0,
                  pt: 0.5,
                  '&:has(> .value:empty)': { display: 'none' },
                }}
              >
                <Typography component="span" variant="body2" color="textSecondary">
                  {t(`fields.${name}`)}
                </Typography>
                <Box className="value" sx={{ textAlign: 'right', overflowWrap: 'anywhere', fontSize: 14 }}>
                  {show(row)}
                </Box>
              </Box>
            ))}
          </ListItem>
        ))}
      </List>
    );

  return (
    <Table>
      <TableHead>
        <TableRow>
          {columns.map(({ name, numeric }) => (
            <TableCell key={name} align={numeric ? 'right' : 'left'}>
              {t(`fields.${name}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, i) => (
          <TableRow key={key(row, i)} hover>
            {columns.map(({ name, show, numeric }, at) => (
              <TableCell key={name} align={numeric ? 'right' : 'left'}>
                {at === 0 ? <Named to={to(row)}>{show(row)}</Named> : show(row)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
