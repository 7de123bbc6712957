import { ipcMain } from 'electron';
import type { BridgePort } from './router.ts';

export const bridgePort: BridgePort = ipcMain;
