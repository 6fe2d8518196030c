import type { ContactId } from '#core/account/account.ts'
import { cx } from '../kit/cx.ts'
import { usePersonName } from './use-people.ts'

/** Told apart at a glance, and readable on the contact's bubbles by day and by night. */
const INKS = [
  'text-[#0b6b57] dark:text-[#7fd6bd]',
  'text-[#5b4bb0] dark:text-[#b9aef2]',
  'text-[#96500a] dark:text-[#eebd86]',
  'text-[#165a96] dark:text-[#93c4ee]',
  'text-[#a12f58] dark:text-[#f0a5bd]',
  'text-[#5a6b12] dark:text-[#cbd97e]',
  'text-[#7a3b8f] dark:text-[#d9a6e8]',
  'text-[#8a3324] dark:text-[#eda594]',
]

/** Who of a group wrote the messages that follow. */
export function Writer({ contactId }: { readonly contactId: ContactId }) {
  const name = usePersonName(contactId)
  return (
    <p className={cx('px-2.5 pt-1.5 text-xs font-semibold', inkOf(contactId))} data-testid="writer">
      {name}
    </p>
  )
}

const inkOf = (contactId: ContactId): string | undefined =>
  INKS[[...contactId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % INKS.length]
