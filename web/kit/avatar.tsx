import { cx } from './cx.ts'

/** At most two letters of a name: "Lucía Paredes" → "LP", "+52 55…" → "#". */
export function initials(name: string): string {
  const words = name
    .trim()
    .replace(/^@/, '')
    .split(/[\s._-]+/)
    .filter((word) => /^\p{L}/u.test(word))
  const first = words[0]
  if (!first) return '#'
  const last = words.length > 1 ? words.at(-1) : undefined
  return ([...first][0] ?? '').toLocaleUpperCase() + (last ? ([...last][0] ?? '').toLocaleUpperCase() : '')
}

/** A colleague's face: initials on one of six quiet tints. */
const TINTS = [
  'bg-[#d5eae2] text-[#0b4f41] dark:bg-[#1d4a3d] dark:text-[#bfe8d9]',
  'bg-[#e3dff7] text-[#4a3f86] dark:bg-[#38315f] dark:text-[#d6d0f5]',
  'bg-[#fbe3cf] text-[#7a4408] dark:bg-[#54381c] dark:text-[#f6d9bb]',
  'bg-[#d9e8f8] text-[#154d80] dark:bg-[#1f3f5d] dark:text-[#c6e0f7]',
  'bg-[#f7dbe2] text-[#86284a] dark:bg-[#582b3c] dark:text-[#f6cfdb]',
  'bg-[#e6ebcf] text-[#4b5a12] dark:bg-[#3d461c] dark:text-[#dfe8b8]',
]

export function AgentFace({ id, name, size = 24, className }: AgentFaceProps) {
  const tint = TINTS[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % TINTS.length]
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold before:content-[attr(data-initials)]',
        tint,
        className,
      )}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      data-initials={initials(name)}
      aria-hidden
    />
  )
}
type AgentFaceProps = {
  readonly id: string
  readonly name: string
  readonly size?: number
  readonly className?: string
}
