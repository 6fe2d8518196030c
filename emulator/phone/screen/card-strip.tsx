import type { Bubble } from '../control/types.ts'
import { useWords } from '../words/index.ts'
import { CardActions, CardView } from './card-view.tsx'
import type { Card } from './content-types.ts'

/** The cards of a carousel, side by side; the row scrolls. */
export function CardStrip({ bubble, cards }: { bubble: Bubble; cards: Card[] }) {
  const words = useWords()
  return (
    <ul
      aria-label={words.cards}
      tabIndex={0}
      className="flex w-[118%] snap-x gap-1.5 overflow-x-auto py-1 -outline-offset-2"
    >
      {cards.map((card, index) => (
        <li key={index} className="w-[200px] shrink-0 snap-start">
          <div className="rounded-[10px] bg-wa-in px-2 py-1.5 text-[13.5px]/[18px] shadow-bubble">
            <CardView card={card} tail={null} />
          </div>
          <CardActions bubble={bubble} card={card} />
        </li>
      ))}
    </ul>
  )
}
