/** The quick window's bridge: what sealing, sending and copying take. */
import { heardBy, quickCallNames } from '../shared/bridge/names.ts';
import { exposeBridge } from './wire.ts';

exposeBridge(quickCallNames, heardBy.quick);
