/**
 * Frees an array's memory now. A collector would do so some time later, and until then a large text would be in
 * memory as often as it was turned into something else. Nobody may use the array any more.
 */
export function release(bytes: Uint8Array<ArrayBuffer>): void {
  bytes.buffer.transfer(0);
}
