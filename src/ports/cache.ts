/** Content-addressed storage that may forget: a miss is never an error. */
export interface Cache {
  /** `undefined` on a miss, and on anything that could not be read back whole. */
  get(key: string): Promise<Uint8Array | undefined>;
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** A large value comes in pieces, so that nobody holds all of it at once. */
  put(key: string, value: Uint8Array | Iterable<Uint8Array>): Promise<void>;
}
