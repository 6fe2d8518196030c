import { checkText } from '../check-text.ts'
import type { Frame, Header, Media } from '../content.ts'
import { acceptsMime, hasTooManyPixels, MOST_PIXELS } from '../media.ts'
import { type Refusal, refusal, type RefusalCode } from '../../refusal/refusal.ts'
import { ABILITIES, FOOTER_LENGTH, HEADER_LENGTH, URL_LENGTH } from './limits.ts'

export const checkFrame = ({ header, body, footer }: Frame, bodyLength: number): readonly Refusal[] => [
  ...checkHeader(header),
  ...checkText(body, { field: 'body', maxLength: bodyLength, required: true }),
  ...checkText(footer ?? '', { field: 'footer', maxLength: FOOTER_LENGTH, required: false }),
]

const checkHeader = (header: Header | null): readonly Refusal[] =>
  header === null || typeof header === 'string'
    ? checkText(header ?? '', { field: 'header', maxLength: HEADER_LENGTH, required: false })
    : checkLimits(header.media, ABILITIES.media[header.kind], 'header')

/** Scheme, host, perhaps a port, and what follows without white space. */
const ADDRESS = /^https?:\/\/(?:\[[\da-f:.]+\]|[^\s/?#@:<>^|%\\[\]"]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i

/** An address that a telephone can open. Names and passwords in front of a host are none: they only mislead. */
export function checkUrl(url: string, field: string): readonly Refusal[] {
  const opens = url.length <= URL_LENGTH && ADDRESS.test(url)
  const expected = `http(s)://…, at most ${URL_LENGTH}`
  return opens ? [] : [refusal('link-invalid', { field, found: url.slice(0, 200), expected })]
}

type Limits = { readonly mimes: readonly string[]; readonly maxBytes: number }

export function checkLimits(media: Media, limits: Limits, field = 'media'): readonly Refusal[] {
  const { mime, sizeBytes, pixels } = media
  const { mimes, maxBytes } = limits
  const refusals: Refusal[] = []
  if (!acceptsMime(mimes, mime)) {
    refusals.push(refusal('media-type-not-allowed', { field, found: mime, expected: mimes.join(', ') }))
  }
  if (sizeBytes !== null && sizeBytes > maxBytes) {
    const about = { field, found: `${sizeBytes} bytes`, expected: `at most ${maxBytes} bytes` }
    refusals.push(refusal('media-too-large', about))
  }
  // Sent as a document nobody decodes it.
  if (pixels && hasTooManyPixels(media) && !mimes.includes('*/*')) {
    const about = { field, found: `${pixels.width} × ${pixels.height}`, expected: `at most ${MOST_PIXELS} pixels` }
    refusals.push(refusal('media-too-many-pixels', about))
  }
  return refusals
}

export const checkPart = (text: string, code: RefusalCode, field: string, maxLength: number): readonly Refusal[] =>
  checkText(text, { field, maxLength, required: true, whenEmpty: code, whenTooLong: code })

export const checkCount = (
  code: RefusalCode,
  field: string,
  found: number,
  max: number,
  min = 1,
): readonly Refusal[] =>
  found >= min && found <= max ? [] : [refusal(code, { field, found: String(found), expected: `${min} to ${max}` })]

/** Every repetition but the first is refused. */
export function checkUnique<Key extends 'id' | 'title'>(
  items: readonly { readonly [key in Key]: string }[],
  key: Key,
  code: RefusalCode,
  fieldAt: (index: number) => string,
): readonly Refusal[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const found = item[key]
    if (!seen.has(found)) {
      seen.add(found)
      return []
    }
    return [refusal(code, { field: fieldAt(index), found, expected: 'not twice' })]
  })
}
