import { lazy, Suspense, useEffect } from 'react';
import { useOverlay } from '../state/services.tsx';
import { useFrameKeys } from './use-frame-keys.ts';

// None of them is there at the start: each comes when it is first asked for.
const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
const AboutDialog = lazy(async () => ({ default: (await import('./about-dialog.tsx')).AboutDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('./export-dialog.tsx')).ExportDialog }));
const LicencesDialog = lazy(async () => ({
  default: (await import('./licences-dialog.tsx')).LicencesDialog,
}));

/** What may lie over the views, and the keys that bring it there. */
export function Overlays() {
  useFrameKeys();
  const overlay = useOverlay((state) => state.overlay);
  useEffect(() => {
    // Whoever calls the palette goes on typing: it is fetched while nothing else is to be done.
    const idle = requestIdleCallback(() => void loadPalette());
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return (
    <Suspense>
      {overlay === 'palette' && <CommandPalette />}
      {overlay === 'keys' && <KeysDialog />}
      {overlay === 'about' && <AboutDialog />}
      {overlay === 'licences' && <LicencesDialog />}
      {overlay === 'export' && <ExportDialog />}
    </Suspense>
  );
}
