/** Starts the component page: `npm run gallery`. It is no part of the program. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CSPProvider } from '@base-ui/react/csp-provider';
import '../ui/styles/fonts.css';
import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import { TooltipProvider } from '../ui/tooltip/tooltip.tsx';
import { ToastProvider } from '../ui/toast/toast.tsx';
import { allowForcedStates } from './forced-states.ts';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
allowForcedStates(document);
createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        <ToastProvider label="Messages">
          <Gallery />
        </ToastProvider>
      </TooltipProvider>
    </CSPProvider>
  </StrictMode>,
);
