/** The guard window's bridge: one question and one answer. */
import { guardCallNames, heardBy } from '../shared/bridge/names.ts';
import { exposeBridge } from './wire.ts';

exposeBridge(guardCallNames, heardBy.guard);
