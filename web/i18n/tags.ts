/**
 * The language tags that formats understand, in their order. Browsers also name what is none: Chromium takes its own from
 * the machine's LANG, and of `C` or `POSIX` it makes `en-US@posix`, over which every format would throw.
 */
export const validTags = (tags: readonly string[]): readonly string[] => tags.filter(isTag)

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
