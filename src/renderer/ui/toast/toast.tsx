import { Toast as Base } from '@base-ui/react/toast';
import type { ReactNode } from 'react';
import styles from './toast.module.css';

export interface ToastOptions {
  readonly text: string;
  /** For what went wrong: read aloud at once and kept until it is closed. */
  readonly isUrgent?: boolean;
  readonly action?: { readonly label: string; readonly onAction: () => void };
  /** Called when it has gone without its action. */
  readonly onExpire?: () => void;
  /** How long it stays, in milliseconds. */
  readonly duration?: number;
}

/** Answers the function that puts it away. */
export type ShowToast = (options: ToastOptions) => () => void;

/** Short words about what has just happened, at the foot of the window and read aloud. */
export function ToastProvider({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Provider timeout={5000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles['viewport']} aria-label={label}>
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

export function useToast(): ShowToast {
  const manager = Base.useToastManager();
  return ({ text, isUrgent = false, action, onExpire, duration }) => {
    let isTaken = false;
    const id = manager.add({
      title: text,
      priority: isUrgent ? 'high' : 'low',
      timeout: duration ?? (isUrgent ? 0 : 5000),
      onClose: () => {
        if (!isTaken) onExpire?.();
      },
      actionProps:
        action === undefined
          ? undefined
          : {
              children: action.label,
              onClick: () => {
                isTaken = true;
                manager.close(id);
                action.onAction();
              },
            },
    });
    return () => {
      manager.close(id);
    };
  };
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={styles['toast']} swipeDirection={[]}>
      <Base.Content className={styles['content']}>
        <Base.Title className={styles['text']} render={<p />} />
        {toast.actionProps !== undefined && <Base.Action className={styles['action']} />}
      </Base.Content>
    </Base.Root>
  ));
}
