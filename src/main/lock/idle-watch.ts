/** Says when nobody has touched the computer for a while. */
export interface IdleWatch {
  /** Watches for this many minutes of idleness; null ends it. Nothing wakes up while it does not watch. */
  watch(minutes: number | null): void;
}

export interface IdleParts {
  /** Seconds since the last key or move anywhere in the system. */
  readonly idleSeconds: () => number;
  readonly onIdle: () => void;
}

/** Wakes up once for the time that is still missing, not in steps. */
export function createIdleWatch({ idleSeconds, onIdle }: IdleParts): IdleWatch {
  let timer: NodeJS.Timeout | undefined;
  const check = (limit: number): void => {
    const missing = limit - idleSeconds();
    if (missing <= 0) {
      timer = undefined;
      onIdle();
    } else timer = setTimeout(check, missing * 1000, limit);
  };
  return {
    watch(minutes) {
      clearTimeout(timer);
      timer = undefined;
      if (minutes !== null) check(minutes * 60);
    },
  };
}
