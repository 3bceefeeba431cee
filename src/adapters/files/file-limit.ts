/** A file beyond this many bytes is no source that a person wrote: it is never brought into memory, and stays `not-loaded`. */
export const MAXIMUM_FILE_BYTES = 32 * 1024 * 1024;
