import { ShoppingBag } from 'lucide-react'
import { useWords } from '../words/index.ts'

/** A product at the head of a template or card: the emulator has no catalogue, so it shows the number of the article. */
export function ProductHeader({ id }: { id: string }) {
  const words = useWords()
  return (
    <p className="-mx-1 -mt-0.5 flex items-center gap-2.5 rounded-[7px] bg-black/5 p-2 text-[13px]/4.5">
      <span className="grid size-11 shrink-0 place-items-center rounded-[6px] bg-white text-wa-accent">
        <ShoppingBag size={20} aria-hidden="true" />
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{words.product}</span>
        <span className="block truncate text-wa-ink-2">{id}</span>
      </span>
    </p>
  )
}
