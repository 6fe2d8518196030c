import { Ban, Bell, BellOff } from 'lucide-react'
import { block, stopMarketing } from '../state/operate.ts'
import { useApp, useHasStopped, useNumber, usePhone } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { SheetItem } from './sheet-item.tsx'
import { Sheet } from './sheet.tsx'

/** What a customer can do about a business: hear no more offers, or nothing at all. */
export function BusinessSheet() {
  const words = useWords()
  const phone = usePhone()
  const number = useNumber()
  const stopped = useHasStopped()
  if (phone === null || number === null) return null
  const blocked = phone.blocked.includes(number.id)
  const finish = (work: Promise<unknown>) => {
    useApp.setState({ sheet: null })
    void work
  }
  return (
    <Sheet title={number.verifiedName}>
      <SheetItem
        glyph={stopped ? <Bell size={18} /> : <BellOff size={18} />}
        onClick={() => finish(stopMarketing(phone.id, number.id, !stopped))}
      >
        {stopped ? words.resumeMarketing : words.stopMarketing}
      </SheetItem>
      {!stopped && <p className="pb-2 pl-10 text-[12.5px]/4.5 text-wa-ink-2">{words.marketingHint}</p>}
      <SheetItem danger glyph={<Ban size={18} />} onClick={() => finish(block(phone.id, number.id, !blocked))}>
        {blocked ? words.unblock : words.block}
      </SheetItem>
    </Sheet>
  )
}
