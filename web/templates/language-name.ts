/** "español (México)" for `es_MX`, in the language of the screen; the code itself where nobody knows it. */
export function languageName(code: string, locale: string): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(
      code.replace('_', '-'),
    )
    return name ? name.charAt(0).toLocaleUpperCase(locale) + name.slice(1) : code
  } catch {
    return code
  }
}
