import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';

type Tone = 'default' | 'success' | 'warning' | 'error' | 'info';

const TONES: Record<string, Tone> = Object.fromEntries([
  ...[
    'open',
    'live',
    'published',
    'scheduled',
    'ready',
    'doing',
    'committed',
    'collecting',
    'in_review',
    'under_review',
    'submitted',
    'on_ballot',
    'agreed',
    'contracted',
    'in_transit',
  ].map((s) => [s, 'info']),
  ...[
    'succeeded',
    'collected',
    'settled',
    'funded',
    'paid',
    'done',
    'fulfilled',
    'thanked',
    'confirmed',
    'counted',
    'received',
    'recognised',
    'matched',
    'accepted',
    'approved',
    'reconciled',
    'received',
  ].map((s) => [s, 'success']),
  ...[
    'retrying',
    'needs_authentication',
    'needs_new_method',
    'processing',
    'awaiting_transfer',
    'part_received',
    'at_risk',
    'closing',
    'evaluating',
    'needs_info',
    'requested',
    'pending',
    'unmatched',
  ].map((s) => [s, 'warning']),
  ...[
    'failed',
    'lapsed',
    'lost',
    'rejected',
    'hidden',
    'declined',
    'disputed',
    'charged_back',
    'refund_failed',
    'suspended',
    'void',
    'cancelled',
  ].map((s) => [s, 'error']),
]);

/** A state in words; the colour only repeats what the word says. */
export function State({ of }: { of: string | null | undefined }) {
  const t = useTranslate();
  if (!of) return null;
  return <Chip size="small" variant="outlined" color={TONES[of] ?? 'default'} label={t(`states.${of}`, { _: of.replaceAll('_', ' ') })} />;
}
