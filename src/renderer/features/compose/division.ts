import type { Division } from '../../ui/secret-text/secret-text.tsx';
import type { UnlockChoice } from './draft.ts';

/** How a generated password is set apart for the eye. One's own is shown as it was typed. */
export function divisionOf(choice: UnlockChoice): Division | undefined {
  switch (choice.kind) {
    case 'words':
      return { by: 'separator', separator: choice.separator };
    case 'characters':
      return { by: 'groups' };
    case 'own':
      return undefined;
  }
}
