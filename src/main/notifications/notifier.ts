/** The operating system's notifications. Other programs can read them: what is in them is chosen elsewhere. */
import { Notification } from 'electron';

export interface NativeNotice {
  readonly title: string;
  readonly body: string;
  readonly onClick: () => void;
}

export interface Notifier {
  /** False where this desktop shows none. */
  show(notice: NativeNotice): boolean;
}

/** So many are remembered for their clicks; the system itself keeps no more on screen. */
const MOST = 20;

export function createNotifier(): Notifier {
  /** Without a reference they are collected, and their clicks with them. */
  const shown: Notification[] = [];
  return {
    show({ title, body, onClick }) {
      if (!Notification.isSupported()) return false;
      const notification = new Notification({ title, body });
      notification.on('click', onClick);
      shown.push(notification);
      if (shown.length > MOST) shown.shift();
      notification.show();
      return true;
    },
  };
}
