/** What the tool gets from the process it runs in, so that it can run in a test's as well. */
export interface Surroundings {
  readonly input: AsyncIterable<Uint8Array>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Resolves when the text is out. */
  readonly write: (text: string) => Promise<void>;
  /** A sentence for the person, without its line end; never anything of the secret or the password. */
  readonly say: (sentence: string) => void;
}
