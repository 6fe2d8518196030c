import { Copy, CornerUpLeft, Pencil, Trash2 } from 'lucide-react'
import { tell } from '../state/notice.ts'
import { act } from '../state/send.ts'
import { emulatorNow, findBubble, useApp } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { contentOf } from './content.ts'
import { previewOf, wordsOf } from './preview.ts'
import { SheetItem } from './sheet-item.tsx'
import { Sheet } from './sheet.tsx'

const emojis = ['👍', '❤️', '😂', '😮', '😢', '🙏']
/** WhatsApp lets people edit for 15 minutes and delete for everyone for about two days (WhatsApp help centre, 2025). */
const editableMs = 15 * 60_000
const removableMs = 60 * 3_600_000

/** What a customer can do with one message: react, answer, and, with their own, correct or take back. */
export function BubbleSheet({ wamid }: { wamid: string }) {
  const words = useWords()
  const clock = useApp((state) => state.clock)
  const bubble = findBubble(wamid)
  if (bubble === undefined) return null
  const own = bubble.from === 'customer'
  const age = emulatorNow(clock) - bubble.at
  const text = wordsOf(bubble)
  const mine = bubble.reactions.find((reaction) => reaction.from === 'customer')?.emoji
  const finish = (work: () => void) => () => {
    useApp.setState({ sheet: null })
    work()
  }
  return (
    <Sheet title={previewOf(bubble, words)}>
      <div role="group" aria-label={words.reactions} className="flex justify-between pb-2">
        {emojis.map((emoji) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={mine === emoji}
            aria-label={mine === emoji ? words.unreact(emoji) : words.react(emoji)}
            onClick={finish(() => void act({ kind: 'reaction', target: wamid, emoji: mine === emoji ? null : emoji }))}
            className="grid size-10 place-items-center rounded-full text-[22px]/none hover:bg-black/5 aria-pressed:bg-wa-out"
          >
            {emoji}
          </button>
        ))}
      </div>
      <SheetItem
        glyph={<CornerUpLeft size={18} />}
        onClick={finish(() => useApp.setState({ draft: { kind: 'reply', wamid } }))}
      >
        {words.reply}
      </SheetItem>
      {text !== '' && (
        <SheetItem
          glyph={<Copy size={18} />}
          onClick={finish(() => void navigator.clipboard?.writeText(text).then(() => tell(words.copied)))}
        >
          {words.copy}
        </SheetItem>
      )}
      {own && contentOf(bubble).kind === 'text' && bubble.kind === 'text' && age < editableMs && (
        <SheetItem
          glyph={<Pencil size={18} />}
          onClick={finish(() => useApp.setState({ draft: { kind: 'edit', wamid } }))}
        >
          {words.edit}
        </SheetItem>
      )}
      {own && age < removableMs && (
        <SheetItem
          danger
          glyph={<Trash2 size={18} />}
          onClick={finish(() => void act({ kind: 'revoke', target: wamid }))}
        >
          {words.remove}
        </SheetItem>
      )}
    </Sheet>
  )
}
