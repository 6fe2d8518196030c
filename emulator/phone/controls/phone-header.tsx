import { ChevronDown, Ellipsis } from 'lucide-react'
import { useApp, usePhone } from '../state/store.ts'
import { showNumber } from '../text/phone-number.ts'
import { useWords } from '../words/index.ts'
import { PhoneMenu } from './phone-menu.tsx'

/** Whose phone this is: the name opens the other phones, the chip says the number. */
export function PhoneHeader() {
  const words = useWords()
  const phone = usePhone()
  const number = phone === null ? '' : phone.hidden ? (phone.username ?? words.hiddenNumber) : showNumber(phone.waId)
  return (
    <header className="relative flex h-9 shrink-0 items-center gap-1.5">
      <PhoneMenu
        label={
          <>
            <span className="truncate text-[14px]/5 font-semibold">
              {phone === null ? words.phones : words.phoneOf(firstName(phone.name))}
            </span>
            <ChevronDown size={15} aria-hidden="true" className="shrink-0 text-text-3" />
          </>
        }
      />
      <button
        type="button"
        data-testid="phone-more"
        aria-label={number === '' ? words.more : `${words.more}: ${number}`}
        title={words.more}
        aria-haspopup="dialog"
        onClick={() => useApp.setState({ dialog: 'more' })}
        className="flex min-h-6 shrink-0 items-center gap-1 rounded-full border border-border pr-1.5 pl-2 text-[11.5px]/4.5 text-text-2 tabular-nums hover:border-control"
      >
        {number}
        <Ellipsis size={14} aria-hidden="true" />
      </button>
    </header>
  )
}

const firstName = (name: string): string => name.split(' ')[0] ?? name
