/** The room that a signature is drawn in, in units of its path. */
export const SIGNATURE_SIZE = { width: 600, height: 180 };

/** Lines from point to point, and nothing else that SVG could do. */
export const SIGNATURE_PATH = /^(M\d{1,3} \d{1,3}(L\d{1,3} \d{1,3})*)*$/;
