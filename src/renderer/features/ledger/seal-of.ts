import type { SecretState } from '../../../core/secret/state.ts';
import type { SealShape } from '../../ui/seal/seal.tsx';

/** The one sign of each state. */
export const sealOf: Record<SecretState, SealShape> = {
  waiting: 'dotted',
  overdue: 'dotted',
  uncertain: 'question',
  active: 'whole',
  opened: 'opening',
  'used-up': 'broken',
  expired: 'faded',
  deleted: 'struck',
  unknown: 'question',
  'not-reported': 'half',
};
