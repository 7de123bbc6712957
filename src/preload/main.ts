/** The main window's bridge. */
import { callNames, heardBy } from '../shared/bridge/names.ts';
import { exposeBridge } from './wire.ts';

exposeBridge(callNames, heardBy.main);
