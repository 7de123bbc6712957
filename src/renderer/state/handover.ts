import type { SendOutput } from '../../shared/bridge/models.ts';
import type { Division } from '../ui/secret-text/secret-text.tsx';

/** What compose hands over once it is sealed. It lives in the frame until its view is closed, and nowhere else. */
export interface Handover {
  readonly sent: Extract<SendOutput, { outcome: 'sent' | 'waiting' | 'uncertain' }>;
  readonly password: string;
  /** How a generated password is set apart for the eye; absent for one's own. */
  readonly division?: Division;
}
