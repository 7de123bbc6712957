import { accessCounts, lifetimes, withChosen } from '../../state/offered-policies.ts';
import type { QuickPolicy } from './use-quick-share.ts';

export const offeredLifetimes = (policy: QuickPolicy): (number | null)[] =>
  withChosen(lifetimes, policy.lifetime);
export const offeredAccesses = (policy: QuickPolicy): (number | null)[] =>
  withChosen(accessCounts, policy.access);

interface Press {
  readonly key: string;
  preventDefault(): void;
}

/** Ctrl+E takes the next expiry, Ctrl+O the next number of accesses: no pointer, no list to open. */
export function cycle(press: Press, policy: QuickPolicy): void {
  const key = press.key.toLowerCase();
  if (key !== 'e' && key !== 'o') return;
  press.preventDefault();
  if (key === 'e') policy.setLifetime(after(offeredLifetimes(policy), policy.lifetime));
  else policy.setAccess(after(offeredAccesses(policy), policy.access));
}

export function after(offered: readonly (number | null)[], chosen: number | null): number | null {
  const index = offered.indexOf(chosen);
  return offered[(index + 1) % offered.length] ?? null;
}
