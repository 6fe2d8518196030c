import { Search } from 'lucide-react'
import { useState } from 'react'
import type { Bubble, Phone } from '../control/types.ts'
import { previewOf } from '../screen/preview.ts'
import { pickPhone } from '../state/selection.ts'
import { useApp } from '../state/store.ts'
import { useEmulatorNow } from '../state/use-now.ts'
import { digitsOf, showNumber, zoneOf } from '../text/phone-number.ts'
import { rowTime } from '../text/time.ts'
import { useLanguage, useWords } from '../words/index.ts'

/** From this many phones on, a search is worth its place. */
const searchFrom = 6
const shownAtMost = 200

/** Every customer, the last to write first. */
export function PhoneList({ onChosen, autoFocus = false }: { onChosen?: () => void; autoFocus?: boolean }) {
  const words = useWords()
  const phones = useApp((state) => state.phones)
  const chosen = useApp((state) => state.phone)
  const [sought, setSought] = useState('')
  const found = phones
    .filter((phone) => matches(phone, sought))
    .toSorted((a, b) => (lastOf(b)?.at ?? 0) - (lastOf(a)?.at ?? 0))
    .slice(0, shownAtMost)
  return (
    <>
      {phones.length >= searchFrom && (
        <label className="relative mx-2 mt-2 mb-1 block shrink-0">
          <Search size={15} aria-hidden="true" className="absolute top-2 left-2.5 text-text-3" />
          <input
            type="search"
            value={sought}
            autoFocus={autoFocus}
            onChange={(event) => setSought(event.target.value)}
            placeholder={words.searchPhone}
            aria-label={words.searchPhone}
            className="h-8 w-full rounded-[6px] border border-border bg-surface pr-2 pl-8 text-[13px] placeholder:text-text-3"
          />
        </label>
      )}
      <ul aria-label={words.phones} className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {found.map((phone) => (
          <li key={phone.id}>
            <Row
              phone={phone}
              current={phone.id === chosen}
              onChoose={() => {
                pickPhone(phone.id)
                onChosen?.()
              }}
            />
          </li>
        ))}
        {found.length === 0 && (
          <li className="px-3 py-6 text-center text-[13px]/5 text-text-3">
            {phones.length === 0 ? words.noPhones : words.noMatch}
          </li>
        )}
      </ul>
    </>
  )
}

function Row({ phone, current, onChoose }: { phone: Phone; current: boolean; onChoose: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const now = useEmulatorNow()
  const last = lastOf(phone)
  const unread = [...phone.chats, ...phone.groups].reduce((sum, chat) => sum + chat.unread, 0)
  const number = phone.hidden ? (phone.username ?? words.hiddenNumber) : showNumber(phone.waId)
  return (
    <button
      type="button"
      data-testid="phone-row"
      data-phone={phone.id}
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
      className="flex w-full items-center gap-2.5 rounded-[6px] px-2 py-1.5 text-left -outline-offset-2 hover:bg-selected/60 aria-current:bg-selected"
    >
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-full border border-border bg-surface text-[12px] font-semibold text-text-2"
      >
        {initials(phone.name)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate text-[13px]/4.5 font-semibold">{phone.name}</span>
          {last !== null && (
            <span className="shrink-0 text-[11px] text-text-2 tabular-nums">
              {rowTime(last.at, now, zoneOf(phone.waId), language, words)}
            </span>
          )}
        </span>
        <span className="flex items-center gap-1.5 text-[12px]/4.5 text-text-2">
          <span className="min-w-0 flex-1 truncate tabular-nums">
            {last === null ? number : previewOf(last, words)}
          </span>
          {unread > 0 && (
            <span
              aria-label={words.unread(unread)}
              className="rounded-full bg-accent px-1.5 text-[11px]/4.5 font-semibold text-on-accent tabular-nums"
            >
              {unread}
            </span>
          )}
        </span>
        {last !== null && <span className="block truncate text-[11px]/4 text-text-2 tabular-nums">{number}</span>}
      </span>
    </button>
  )
}

const lastOf = (phone: Phone) =>
  [...phone.chats, ...phone.groups].reduce<Bubble | null>(
    (latest, { last }) => (last !== null && last.at > (latest?.at ?? -1) ? last : latest),
    null,
  )

function matches(phone: Phone, sought: string): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const wanted = plain(sought.trim())
  const digits = digitsOf(sought)
  return (
    wanted === '' ||
    plain(`${phone.name} ${phone.username ?? ''}`).includes(wanted) ||
    (digits.length > 2 && phone.waId.includes(digits))
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toLocaleUpperCase())
    .join('')
