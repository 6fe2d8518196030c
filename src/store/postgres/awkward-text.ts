/**
 * PostgreSQL's text and JSON cannot hold U+0000, and UTF-8 cannot hold half a surrogate pair; customers' messages can.
 * Both are written as the noncharacter U+FDD0, which text never holds by right, and four hex digits; so is U+FDD0
 * itself, so nothing is lost. All strings to and from the database pass through here.
 */
const MARK = '\ufdd0'
const escaped = (code: number): string => MARK + code.toString(16).padStart(4, '0')

const AWKWARD = /[\0\ufdd0]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const MARKED = /\ufdd0([0-9a-f]{4})/g

export const encodeText = (text: string): string =>
  text.isWellFormed() && !text.includes('\0') && !text.includes(MARK)
    ? text
    : text.replace(AWKWARD, (unit) => escaped(unit.charCodeAt(0)))

export const decodeText = (text: string): string =>
  text.includes(MARK) ? text.replace(MARKED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** `JSON.stringify` writes NUL and half pairs as escapes: they are found in its text, past other escapes. */
const MAYBE_AWKWARD = /\\u(?:0000|d[89a-f])|\ufdd0/
const JSON_ESCAPE = /\\(?:u(0000|d[89a-f][0-9a-f]{2})|.)|\ufdd0/g

export function encodeJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (!MAYBE_AWKWARD.test(json)) return json
  return json.replace(JSON_ESCAPE, (found, hex: string | undefined) => {
    if (hex !== undefined) return MARK + hex
    return found === MARK ? escaped(0xfdd0) : found
  })
}

export const decodeJson = (json: string): unknown =>
  JSON.parse(json.includes(MARK) ? json.replace(MARKED, '\\u$1') : json)
