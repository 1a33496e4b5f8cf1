import { Box, ButtonBase } from '@mui/material';
import { useEffect, useRef } from 'react';
import { Money, When } from '../common/money.js';
import type { BankLine } from './types.js';

/** One line of the bank: the day, what it says, the amount. */
export function LineRow({ line, current, focused, onLook }: { line: BankLine; current: boolean; focused: boolean; onLook: () => void }) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Box component="li" ref={row} sx={{ listStyle: 'none', mb: 0.5 }}>
      <ButtonBase
        tabIndex={-1}
        aria-current={current}
        onClick={onLook}
        sx={{
          width: '100%',
          justifyContent: 'space-between',
          gap: 1,
          p: 1,
          textAlign: 'left',
          bgcolor: 'background.paper',
          border: 1,
          borderLeft: 6,
          borderColor: current ? 'primary.main' : 'divider',
          outline: current && focused ? 2 : 0,
          outlineColor: 'primary.main',
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            <When at={line.on} />
            {line.counterparty && ` · ${line.counterparty}`}
          </Box>
          <Box sx={{ overflowWrap: 'anywhere' }}>{line.text}</Box>
        </Box>
        <strong>
          <Money value={line.amount} />
        </strong>
      </ButtonBase>
    </Box>
  );
}
