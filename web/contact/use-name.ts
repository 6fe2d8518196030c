import { useLingui } from '@lingui/react/macro'
import { create } from 'zustand'
import { type Contact, displayName, ownName, phoneOf } from '#core/contact/contact.ts'
import type { phoneWords } from './phone.ts'
import { useMe } from '../session/session.ts'

type Speller = typeof phoneWords

/** How numbers are written; null until somebody without a name is on the screen, for the plans of all countries are long. */
const useSpeller = create<{ readonly spell: Speller | null }>(() => ({ spell: null }))
const learn = () =>
  import('./phone.ts').then(
    (plans) => useSpeller.setState({ spell: plans.phoneWords }),
    () => undefined, // "+" and digits are a name too
  )

/** Whether nothing is known to call them by: of a part, its addresses are with whom it is a part of. */
export const isNameless = (contact: Contact): boolean =>
  ownName(contact) === null && contact.addresses.length === 0 && contact.past === undefined

/** A name as the API tells it, which is "+" and digits where there is no other: those as people write them. */
export function useSpelled(): (name: string) => string {
  const { country } = useMe().account
  const { spell } = useSpeller()
  return (name) => {
    const digits = /^\+(\d+)$/.exec(name)?.[1]
    if (digits && spell) return spell(digits, country)
    if (digits) void learn()
    return name
  }
}

/** What to call somebody on the screen: their number as people write it where they have no name; of who was erased, that they were. */
export function useName(): (contact: Contact | undefined) => string {
  const { t } = useLingui()
  const { country } = useMe().account
  const { spell } = useSpeller()
  return (contact) => {
    if (contact === undefined) return '…'
    if (contact.erasedAt !== undefined) return t`Persona borrada`
    const phone = ownName(contact) === null ? phoneOf(contact) : null
    if (phone && spell) return spell(phone.value, country)
    if (phone) void learn()
    return displayName(contact)
  }
}
