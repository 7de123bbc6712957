import { lazy, Suspense } from 'react';
import { useOverlay } from '../state/services.tsx';
import { useFrameKeys } from './use-frame-keys.ts';

// None of them is there at the start: each comes when it is first asked for.
const CommandPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
const AboutDialog = lazy(async () => ({ default: (await import('./about-dialog.tsx')).AboutDialog }));
const LicencesDialog = lazy(async () => ({
  default: (await import('./licences-dialog.tsx')).LicencesDialog,
}));

/** What may lie over the views, and the keys that bring it there. */
export function Overlays() {
  useFrameKeys();
  const overlay = useOverlay((state) => state.overlay);
  return (
    <Suspense>
      {overlay === 'palette' && <CommandPalette />}
      {overlay === 'keys' && <KeysDialog />}
      {overlay === 'about' && <AboutDialog />}
      {overlay === 'licences' && <LicencesDialog />}
    </Suspense>
  );
}
