import { X } from 'lucide-react'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'

const close = () => useApp.setState({ sheet: null })

/** A picture over the whole screen of the phone. */
export function PictureSheet({ source, caption }: { source: string; caption: string }) {
  const words = useWords()
  return (
    <div
      role="dialog"
      aria-modal="true"
      aria-label={caption || words.photo}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      className="enter absolute inset-0 z-20 flex flex-col bg-[#0b141a]"
    >
      <button
        type="button"
        autoFocus
        onClick={close}
        aria-label={words.close}
        className="m-2 mt-3 ml-auto grid size-9 shrink-0 place-items-center rounded-full bg-white/15 text-white"
      >
        <X size={18} aria-hidden="true" />
      </button>
      <img src={source} alt={caption || words.photo} onClick={close} className="min-h-0 flex-1 object-contain" />
      <p className="min-h-12 px-4 py-3 text-center text-[13px]/4.5 text-white">{caption}</p>
    </div>
  )
}
