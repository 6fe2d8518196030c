import { useApp } from '../state/store.ts'
import { ThreadGlyph } from './glyphs.tsx'

/** One hue for each of the business's numbers, all dark enough for a white glyph. */
const hues = ['bg-[#0b6b57]', 'bg-[#3f5fa0]', 'bg-[#9c3d5f]', 'bg-[#8a5300]', 'bg-[#6b4f96]']

export function BusinessFace({ number, className }: { number: string; className: string }) {
  const place = useApp((state) => state.numbers.findIndex((entry) => entry.id === number))
  return (
    <span
      className={`grid shrink-0 place-items-center rounded-full text-white ${hues[Math.max(0, place) % hues.length]} ${className}`}
    >
      <ThreadGlyph className="size-[62%]" />
    </span>
  )
}
