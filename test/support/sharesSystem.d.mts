/** See sharesSystem.mjs. */
export function createSharingReader(root: string): (file: string) => boolean;
