import type { CachePolicy } from './context.js';

const NOT_KEPT = 'private, no-store';

/** A fresh cache policy for one request; the shortest public age that was allowed wins. */
export function createCachePolicy(): CachePolicy {
  let publicSeconds = Infinity;
  let forbidden = false;
  return {
    allowPublic(maxAgeSeconds) {
      publicSeconds = Math.min(publicSeconds, Math.floor(maxAgeSeconds));
    },
    forbid() {
      forbidden = true;
    },
    header() {
      const keepable = !forbidden && Number.isFinite(publicSeconds) && publicSeconds > 0;
      return keepable ? `public, max-age=${publicSeconds}` : NOT_KEPT;
    },
  };
}
