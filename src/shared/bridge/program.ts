/** What the program's own menu asks a window to do. */
import { z } from 'zod';

export const programCommands = [
  'compose',
  'sent',
  'open',
  'settings',
  'accounts',
  'palette',
  'keys',
  'about',
  'licences',
  'introduction',
  'export',
] as const;
export type ProgramCommand = (typeof programCommands)[number];

export const programCommandSchema = z.strictObject({ command: z.enum(programCommands) });
