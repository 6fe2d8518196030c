import { Minus, Plus, ShoppingBag } from 'lucide-react'
import { useState } from 'react'
import { type Article, articlesOf, sendOrder } from '../state/cart.ts'
import { useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { Sheet } from './sheet.tsx'

const MOST = 99

/** What a message has for sale: how many of each, a word for the business, and the order is sent. */
export function CartSheet({ wamid, ids }: { wamid: string; ids: string[] }) {
  const words = useWords()
  const articles = articlesOf(ids)
  const [counts, setCounts] = useState<Record<string, number>>(() =>
    articles.length === 1 && articles[0] !== undefined ? { [articles[0].id]: 1 } : {},
  )
  const [note, setNote] = useState('')
  const chosen = articles.flatMap((article) => {
    const quantity = counts[article.id] ?? 0
    return quantity > 0 ? [{ ...article, quantity }] : []
  })
  const total = chosen.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const send = () => {
    useApp.setState({ sheet: null })
    sendOrder(wamid, chosen, note.trim())
  }
  return (
    <Sheet title={words.cart}>
      <ul>
        {articles.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            count={counts[article.id] ?? 0}
            onCount={(count) => setCounts({ ...counts, [article.id]: Math.min(MOST, Math.max(0, count)) })}
          />
        ))}
      </ul>
      <label className="block py-2">
        <span className="sr-only">{words.orderNote}</span>
        <input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          placeholder={words.orderNote}
          className="block h-10 w-full rounded-[6px] border border-wa-ink-2/60 bg-white px-2.5 text-[14px] text-wa-ink placeholder:text-wa-ink-2"
        />
      </label>
      <button
        type="button"
        disabled={chosen.length === 0}
        onClick={send}
        className="my-1 flex h-10 w-full items-center justify-center gap-2 rounded-full bg-wa-accent font-semibold text-white tabular-nums disabled:bg-wa-line disabled:text-wa-ink-2"
      >
        {words.sendOrder}
        {total > 0 && <span>· {amount(total)}</span>}
      </button>
    </Sheet>
  )
}

const amount = (price: number): string => `${price.toFixed(2)} MXN`

type RowProps = { article: Article; count: number; onCount: (count: number) => void }

function ArticleRow({ article: { id, price }, count, onCount }: RowProps) {
  const words = useWords()
  const step = 'grid size-8 place-items-center rounded-full text-wa-accent hover:bg-wa-bar disabled:text-wa-ink-2/50'
  return (
    <li className="flex min-h-14 items-center gap-2.5 border-b border-wa-line/70">
      <span className="grid size-10 shrink-0 place-items-center rounded-[6px] bg-wa-bar text-wa-accent">
        <ShoppingBag size={18} aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[14px]/[18px] font-medium">{id}</span>
        <span className="block text-[12.5px]/4 text-wa-ink-2 tabular-nums">{amount(price)}</span>
      </span>
      <button
        type="button"
        disabled={count === 0}
        aria-label={words.oneLess(id)}
        onClick={() => onCount(count - 1)}
        className={step}
      >
        <Minus size={16} aria-hidden="true" />
      </button>
      <span role="status" className="w-5 text-center text-[14px] font-semibold tabular-nums">
        {count}
      </span>
      <button type="button" aria-label={words.oneMore(id)} onClick={() => onCount(count + 1)} className={step}>
        <Plus size={16} aria-hidden="true" />
      </button>
    </li>
  )
}
