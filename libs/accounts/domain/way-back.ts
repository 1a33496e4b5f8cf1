/** The longest way back that a mailed link takes along: an address of ours with its query has a few hundred characters at most. */
export const WAY_BACK_MAX = 1_000;

/**
 * A path of our own site. One slash, never two, so that it names no other host; printable ASCII, as addresses are written, without
 * backslashes, which browsers read as slashes, and without blanks and control characters, some of which they leave out.
 */
export const WAY_BACK = /^\/(?!\/)[!-[\]-~]*$/;
