/** The code's `build(hp)` does not make a space. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';
}
