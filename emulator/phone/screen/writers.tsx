import type { Bubble } from '../control/types.ts'
import { useGroup } from '../state/store.ts'
import { BusinessFace } from './business-face.tsx'

/** Told apart at a glance, and readable as a name on white. */
const INKS = ['#1f6f9f', '#8a4b00', '#6b4f96', '#a03050', '#2f6d36', '#8c3f80', '#9a3d1c', '#3f5fa0']

const placeOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7) % INKS.length

/** Somebody's colour in the open group: their own, or the next that nobody there before them has. */
export function useInk(id: string): string {
  const members = useGroup()?.members ?? []
  const taken = new Map<number, string>()
  for (const each of [...members.map((member) => member.id), id]) {
    let place = placeOf(each)
    for (let tries = 0; tries < INKS.length && (taken.get(place) ?? each) !== each; tries++)
      place = (place + 1) % INKS.length
    if (each === id) return INKS[place] ?? '#54656f'
    taken.set(place, each)
  }
  return '#54656f'
}

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toLocaleUpperCase())
    .join('')

/** Somebody of a group: their initials on their colour. */
export function MemberFace({ id, name, className }: { id: string; name: string; className: string }) {
  return (
    <span
      aria-hidden="true"
      style={{ background: useInk(id) }}
      className={`grid shrink-0 place-items-center rounded-full font-semibold text-white ${className}`}
    >
      {initialsOf(name)}
    </span>
  )
}

/** Beside the first of somebody's messages in a row: who wrote them. */
export const WriterFace = ({ bubble, number }: { bubble: Bubble; number: string }) =>
  bubble.writer == null ? (
    <BusinessFace number={number} className="size-7" />
  ) : (
    <MemberFace id={bubble.writer.id} name={bubble.writer.name} className="size-7 text-[10.5px]" />
  )

/** Above them: the name, in the writer's colour. */
export function WriterName({ bubble, business }: { bubble: Bubble; business: string }) {
  return (
    <p data-testid="phone-writer" className="truncate text-[12.5px]/[17px] font-semibold text-wa-accent">
      {bubble.writer == null ? business : <InkedName {...bubble.writer} />}
    </p>
  )
}

export const InkedName = ({ id, name }: { id: string; name: string }) => (
  <span style={{ color: useInk(id) }}>{name}</span>
)
