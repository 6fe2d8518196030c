import { useState } from 'react'
import { sendMessage } from '../state/send.ts'
import { findBubble } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { contentOf } from './content.ts'
import type { ListRow } from './content-types.ts'
import { Sheet } from './sheet.tsx'

/** The rows of a list message; choosing one and pressing send is what the customer's phone does too. */
export function ListSheet({ wamid }: { wamid: string }) {
  const words = useWords()
  const [chosen, setChosen] = useState<ListRow | null>(null)
  const bubble = findBubble(wamid)
  const content = bubble === undefined ? null : contentOf(bubble)
  if (content?.kind !== 'card' || content.card.list === null) return null
  const send = () => {
    if (chosen === null) return
    const reply = {
      type: 'list_reply',
      list_reply: { id: chosen.id, title: chosen.title, description: chosen.description },
    }
    sendMessage({ kind: 'choose', target: wamid, rowId: chosen.id }, { type: 'interactive', interactive: reply }, wamid)
  }
  return (
    <Sheet title={content.card.list.label || words.choose}>
      {content.card.list.sections.map((section, index) => (
        <fieldset key={index} className="pb-2">
          <legend className="px-1 pb-1 text-[12px]/4 font-semibold text-wa-accent">{section.title}</legend>
          {section.rows.map((row) => (
            <label
              key={row.id}
              className="flex min-h-11 cursor-pointer items-center gap-3 border-b border-wa-line/70 px-1 py-1.5 hover:bg-wa-bar"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-[14px]/[18px] font-medium">{row.title}</span>
                {row.description !== '' && (
                  <span className="block text-[12.5px]/4 text-wa-ink-2">{row.description}</span>
                )}
              </span>
              <input
                type="radio"
                name="row"
                className="size-5 accent-wa-accent"
                checked={chosen?.id === row.id}
                onChange={() => setChosen(row)}
              />
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        disabled={chosen === null}
        onClick={send}
        className="my-1 h-10 w-full rounded-full bg-wa-accent font-semibold text-white disabled:bg-wa-line disabled:text-wa-ink-2"
      >
        {words.send}
      </button>
    </Sheet>
  )
}
