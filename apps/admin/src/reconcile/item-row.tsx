import { Box, Checkbox, FormControlLabel } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Money, When } from '../common/money.js';
import type { OpenItem } from './types.js';

interface Props {
  item: OpenItem;
  reasons: string[];
  picked: boolean;
  current: boolean;
  onToggle: () => void;
}

/** One expected item, and why it could be the line. */
export function ItemRow({ item, reasons, picked, current, onToggle }: Props) {
  const t = useTranslate();
  return (
    <Box
      component="li"
      aria-current={current}
      sx={{
        listStyle: 'none',
        mb: 0.5,
        p: 0.5,
        bgcolor: 'background.paper',
        border: 1,
        borderLeft: 6,
        borderColor: picked ? 'success.main' : 'divider',
        outline: current ? 2 : 0,
        outlineColor: 'primary.main',
        display: 'flex',
        justifyContent: 'space-between',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <FormControlLabel
        sx={{ minWidth: 0, m: 0 }}
        control={<Checkbox size="small" checked={picked} onChange={onToggle} slotProps={{ input: { tabIndex: -1 } }} />}
        label={
          <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            {item.text}
            <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
              {t(`open_items.${item.kind}`, { _: item.kind.replaceAll('_', ' ') })} {item.reference} · <When at={item.expectedOn} />
            </Box>
            {reasons.length > 0 && (
              <Box sx={{ fontSize: 12, color: 'success.main' }}>
                {reasons.map((reason) => t(`match_reasons.${reason}`, { _: reason })).join(', ')}
              </Box>
            )}
          </Box>
        }
      />
      <Box sx={{ textAlign: 'right' }}>
        <strong>
          <Money value={item.amount} />
        </strong>
        {item.settled.amount !== 0 && (
          <Box sx={{ fontSize: 12 }}>
            {t('reconcile.settled')} <Money value={item.settled} />
          </Box>
        )}
      </Box>
    </Box>
  );
}
