/** The settings' part about new versions, in each of its states. */
import type { Page } from '@playwright/test';
import type { Updates } from '../../src/shared/bridge/updates.ts';
import { RELEASE } from '../fakes/updates.ts';
import { go, type Scene } from './scene.ts';

const inState = (now: Updates['now'], more: Partial<Updates> = {}) => ({
  updates: { now, hasPage: true, lookedAt: '2026-11-20T09:12:00.000Z', ...more },
});

const show = async (page: Page): Promise<void> => {
  await go(page, 'Settings');
  await page.getByRole('region', { name: 'Updates' }).scrollIntoViewIfNeeded();
};

export const updatesScenes: readonly Scene[] = [
  {
    name: 'updates-idle',
    script: () => inState({ state: 'idle' }, { lookedAt: null }),
    act: show,
    isForTheEye: true,
  },
  { name: 'updates-none', script: () => inState({ state: 'none' }), act: show, isForTheEye: true },
  {
    name: 'updates-available',
    script: () => inState({ state: 'available', release: RELEASE }),
    act: show,
  },
  {
    name: 'updates-downloading',
    script: () => inState({ state: 'downloading', release: RELEASE, percent: 42 }),
    act: show,
    isMain: true,
  },
  {
    name: 'updates-ready',
    script: () => inState({ state: 'ready', release: RELEASE }),
    act: show,
  },
  {
    name: 'updates-failed',
    script: () => inState({ state: 'failed', why: 'signature', release: null }),
    act: show,
    isMain: true,
  },
  {
    name: 'updates-not-installed',
    script: () => inState({ state: 'failed', why: 'digest', release: RELEASE }),
    act: show,
    isForTheEye: true,
  },
  {
    name: 'updates-by-others',
    script: () => inState({ state: 'off', owner: 'package-manager' }, { lookedAt: null }),
    act: show,
  },
];
