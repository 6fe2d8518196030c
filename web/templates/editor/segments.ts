import type { Span } from '#core/template/lint/finding.ts'
import type { Severity } from '#core/template/lint/codes.ts'
import { bracesIn } from '#core/template/lint/places.ts'

/** A stretch of a text that looks the same all through. */
export type Segment = {
  readonly text: string
  /** The part of a field's chip it is: its braces or its name. Null: no field. */
  readonly field: 'open' | 'name' | 'close' | null
  /** The heaviest finding here; null: none. */
  readonly severity: Severity | 'spelling' | null
  /** Whether the finding somebody looks at is here. */
  readonly isShown: boolean
  /** Whether it is one of WhatsApp's marks, such as the stars of *bold*. */
  readonly isMark: boolean
}

export type Mark = {
  readonly span: Span
  readonly severity: NonNullable<Segment['severity']>
  readonly isShown: boolean
}

const WEIGHT = { advice: 0, spelling: 1, warning: 2, error: 3 } as const
const FORMAT_MARKS = /(?<![\p{L}\p{N}])([*_~])(?=\S)[^\n]*?\S(\1)(?![\p{L}\p{N}])|(```)[^]*?(```)/gu

/** The text cut wherever its look changes. Joined again, it is the text: no character is added or lost. */
export function segmentsOf(text: string, marks: readonly Mark[]): readonly Segment[] {
  const braces = bracesIn(text)
  const signs = [...text.matchAll(FORMAT_MARKS)].flatMap((match) => {
    const length = match[1]?.length ?? match[3]?.length ?? 0
    const end = match.index + match[0].length
    return [
      { start: match.index, end: match.index + length },
      { start: end - length, end },
    ]
  })
  const cuts = [
    ...braces.flatMap(({ start, end }) => [start, start + 2, end - 2, end]),
    ...marks.flatMap(({ span }) => [span.start, span.end]),
    ...signs.flatMap(({ start, end }) => [start, end]),
  ]
  const edges = [...new Set([0, ...cuts.filter((cut) => cut > 0 && cut < text.length), text.length])].toSorted(
    (one, other) => one - other,
  )
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length
    const brace = braces.find((each) => each.start <= start && end <= each.end)
    const here = marks.filter(({ span }) => span.start <= start && end <= span.end)
    const heaviest = here.toSorted((one, other) => WEIGHT[other.severity] - WEIGHT[one.severity])[0]
    return {
      text: text.slice(start, end),
      field: !brace ? null : end <= brace.start + 2 ? 'open' : start >= brace.end - 2 ? 'close' : 'name',
      severity: heaviest?.severity ?? null,
      isShown: here.some(({ isShown }) => isShown),
      isMark: !brace && signs.some((sign) => sign.start <= start && end <= sign.end),
    }
  })
}
