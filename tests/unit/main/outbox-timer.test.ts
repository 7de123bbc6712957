import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutboxTimer } from '../../../src/main/shares/outbox-timer.ts';

describe('the outbox’s timer', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes on trying after trouble of its own, such as a full disk', async () => {
    const flush = vi.fn<() => Promise<number | null>>();
    flush.mockRejectedValueOnce(new Error('database or disk is full')).mockResolvedValue(null);
    createOutboxTimer(flush).kick();
    await vi.runAllTimersAsync();
    expect(flush).toHaveBeenCalledTimes(2);
  });
});
