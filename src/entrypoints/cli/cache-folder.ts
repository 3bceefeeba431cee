/** Where this machine keeps what may be forgotten. Source: XDG Base Directory Specification 0.8; Windows' known folders. */
import { isAbsolute, join } from "node:path";

/** `undefined` when the environment names no place: then nothing is kept. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { DAGSIGHT_CACHE_DIR, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env;
  if (DAGSIGHT_CACHE_DIR) return isAbsolute(DAGSIGHT_CACHE_DIR) ? DAGSIGHT_CACHE_DIR : undefined;
  // The specification: a path that is not absolute is invalid and is to be ignored.
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, "dagsight");
  if (LOCALAPPDATA) return join(LOCALAPPDATA, "dagsight", "cache");
  return HOME ? join(HOME, ".cache", "dagsight") : undefined;
}
