/** Prints the path of an Electron to run, finding or fetching it first. */
import { electronOrExit } from './electron.ts';

const { execPath } = await electronOrExit();
process.stdout.write(`${execPath}\n`);
