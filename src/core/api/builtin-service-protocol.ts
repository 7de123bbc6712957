/**
 * What the program and its built-in service say to each other: the service runs in a process of its own, so
 * that its failure does not take the program down. Both ends read the other's messages through these schemas.
 */
import { z } from 'zod';
import { apiTokenPattern } from './wire.ts';

const port = z.int().min(0).max(65_535);

export const toServiceSchema = z.discriminatedUnion('type', [
  /** The first message. Tokens travel here and not on the command line, which everyone on a machine can read. */
  z.strictObject({
    type: z.literal('start'),
    host: z.string().min(1).max(255),
    /** 0 lets the system choose one. */
    port,
    dataFile: z.string().min(1),
    pageFile: z.string().min(1),
    ownerTokens: z.array(z.string().regex(apiTokenPattern)).max(100),
    /** After how many milliseconds without a request it says that it is idle. */
    idleAfterMs: z.int().positive(),
  }),
  /** End as after `stop`, unless there is something that can be opened, or somebody is asking. */
  z.strictObject({ type: z.literal('rest') }),
  /** Finish what is under way, close the database and end the process. */
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToService = z.infer<typeof toServiceSchema>;

export const fromServiceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('listening'), port }),
  /** Nothing can be opened here, and nobody has asked anything for a while. */
  z.strictObject({ type: z.literal('idle') }),
  /** The answer to `rest` when there is something to stay for. */
  z.strictObject({ type: z.literal('staying') }),
  /** The last words; `isEmpty` says that nothing is left that anybody could open. */
  z.strictObject({ type: z.literal('stopped'), isEmpty: z.boolean() }),
  /** The service did not start; its process ends after this. */
  z.strictObject({
    type: z.literal('failed'),
    code: z.enum([
      'port-in-use',
      /** The address is not this machine's, or the system reserves the port. */
      'address',
      /** The database can't be opened or made, is another program's, or was written by a newer version. */
      'storage',
      /** The recipient's page has not been built. */
      'page-missing',
      /** The first message was not a start message. */
      'bad-start',
    ]),
  }),
]);
export type FromService = z.infer<typeof fromServiceSchema>;
