import { Gift } from 'lucide-react'
import { useEmulatorNow } from '../state/use-now.ts'
import { leftName } from '../text/time.ts'
import { useWords } from '../words/index.ts'
import type { Offer } from './content-types.ts'

/** An offer that ends: what it is, how long it still holds, and its code. */
export function OfferView({ offer }: { offer: Offer }) {
  const words = useWords()
  const now = useEmulatorNow()
  const isOver = offer.until !== null && offer.until <= now
  return (
    <div className="-mx-1 mb-1 flex items-center gap-2.5 rounded-[7px] bg-black/5 p-2 text-[13px]/4.5">
      <span className="grid size-10 shrink-0 place-items-center rounded-full bg-white text-wa-accent">
        <Gift size={19} aria-hidden="true" />
      </span>
      <span className="min-w-0">
        <span className="block font-semibold">{offer.text}</span>
        {offer.until !== null && (
          <span className={`block tabular-nums ${isOver ? 'text-wa-ink-2' : 'text-wa-danger'}`} role="timer">
            {isOver ? words.offerOver : words.offerEnds(leftName(offer.until - now))}
          </span>
        )}
        {offer.code !== '' && <span className="block text-wa-ink-2">{words.offerCode(offer.code)}</span>}
      </span>
    </div>
  )
}
