/** What is asked and said where only the tray is in sight. */
import { dialog } from 'electron';
import type { Speak } from '../words/speak.ts';

export async function confirmDeleting(name: string, t: Speak): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: t('tray.deleteTitle'),
    detail: t('tray.deleteText', { name }),
    buttons: [t('tray.deleteCancel'), t('tray.deleteAction')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

export const sayNotDeleted = (t: Speak): Promise<void> =>
  say(t('tray.deleteFailed'), t('tray.deleteFailedText'), t('tray.close'));

export const sayNotCopied = (t: Speak): Promise<void> =>
  say(t('tray.copyFailed'), t('tray.copyFailedText'), t('tray.close'));

async function say(message: string, detail: string, close: string): Promise<void> {
  await dialog.showMessageBox({ type: 'info', message, detail, buttons: [close] });
}
