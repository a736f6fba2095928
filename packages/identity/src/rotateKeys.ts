/**
 * Replacing a key in three steps, between which everybody who verifies has time to learn of it: a new key is published
 * beside the old one, then signs, then the old one is retired. Whatever was signed before a step still counts after it.
 */
import { newPrivateJwk, readKeyRing, readPrivateJwks, serviceOfKey } from './keyFile.js';
import { writeFileInPlace } from './writeFileAtomically.js';

/** The steps, in their order. */
export const ROTATION_STEPS = ['publish', 'use', 'retire'] as const;

/** One of {@link ROTATION_STEPS}. */
export type RotationStep = (typeof ROTATION_STEPS)[number];

/**
 * Takes one step with the key file at `path` and returns the ids of the keys it holds then, the one that signs first.
 * `publish` adds a new key that does not sign yet, `use` has the newest key sign, `retire` drops all that do not sign.
 * Throws KEY_FILE_INVALID.
 */
export function rotateKeys(path: string, step: RotationStep): readonly string[] {
  const service = serviceOfKey(readKeyRing(path)[0]);
  const keys = [...readPrivateJwks(path)];
  const newest = keys.at(-1)!;
  const steps = {
    publish: () => [...keys, newPrivateJwk(service)],
    use: () => [newest, ...keys.slice(0, -1)],
    retire: () => keys.slice(0, 1),
  };
  writeFileInPlace(path, `${JSON.stringify({ keys: steps[step]() }, null, 2)}\n`, 0o600);
  return readKeyRing(path).map((key) => key.keyId);
}
