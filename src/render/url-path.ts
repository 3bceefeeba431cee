/** A repository path inside a URL: each part percent-encoded, the slashes kept. */

/** Parentheses too, because they would end a Markdown link; a lone surrogate, which no URL can hold, becomes U+FFFD. */
export function encodeUrlPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`))
    .join("/");
}
