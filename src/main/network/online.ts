import { net } from 'electron';

/** How often the system is asked whether it is online again. It asks nobody else. */
const LOOK_MS = 3_000;

export interface OnlineWatch {
  /** A service could not be reached: looks out for the network, if that is gone. */
  suspect(): void;
  stop(): void;
}

/** Runs only while the computer is offline. @param onBack called once the network is back */
export function watchOnline(onBack: () => void): OnlineWatch {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    suspect() {
      if (timer !== undefined || net.isOnline()) return;
      timer = setInterval(() => {
        if (!net.isOnline()) return;
        stop();
        onBack();
      }, LOOK_MS);
    },
    stop,
  };
}
