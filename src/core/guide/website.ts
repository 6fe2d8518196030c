const ADDRESS = /^https?:\/\/\S{3,240}$/i
/** Letters of any script, for there are domains with an ñ; a port and a path may follow. */
const BARE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u

/** The address of a site as people write it: "aurora.mx" is https. Empty stays empty; null: it cannot be one. */
export function websiteFrom(text: string): string | null {
  const written = text.trim()
  if (written === '' || ADDRESS.test(written)) return written
  const whole = `https://${written}`
  return BARE.test(written) && ADDRESS.test(whole) ? whole : null
}
