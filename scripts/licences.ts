/** `npm run licences`: gathers the licence texts of everything that is built into the program, for its About. */
import { writeFileSync } from 'node:fs';
import { gatherLicences, licencesFile } from './lib/licences.ts';
import { say } from './lib/say.ts';

const licences = gatherLicences();
writeFileSync(licencesFile, `${JSON.stringify(licences, null, 2)}\n`);
say(`The licences of ${licences.count} projects are in ${licencesFile}.`);
