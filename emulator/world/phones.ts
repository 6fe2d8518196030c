import { spellings } from './address.ts'
import type { Phone } from './model.ts'
import type { Store } from './store.ts'

export type Phones = {
  readonly get: (id: string) => Phone | undefined
  readonly all: () => IterableIterator<Phone>
  /** The phone behind any spelling of a number. */
  readonly byNumber: (digits: string) => Phone | undefined
  readonly byUserId: (userId: string) => Phone | undefined
  readonly put: (phone: Phone) => void
  /** Changes a phone that exists. Gives the new one. */
  readonly change: (phone: Phone, change: Partial<Phone>) => Phone
}

export function openPhones(store: Store): Phones {
  const table = store.table<Phone>('phones')
  const byNumber = new Map<string, string>()
  const byUserId = new Map<string, string>()
  const learn = (phone: Phone) => {
    for (const spelling of spellings(phone.waId)) byNumber.set(spelling, phone.id)
    byUserId.set(phone.userId, phone.id)
  }
  const forget = (phone: Phone) => {
    for (const spelling of spellings(phone.waId)) byNumber.delete(spelling)
    byUserId.delete(phone.userId)
  }
  const put = (phone: Phone) => {
    const before = table.get(phone.id)
    if (before !== undefined) forget(before)
    table.put(phone.id, phone)
    learn(phone)
  }
  for (const phone of table.all()) learn(phone)
  return {
    get: table.get,
    all: table.all,
    byNumber: (digits) => {
      const exact = byNumber.get(digits)
      const id = exact ?? spellings(digits).flatMap((spelling) => byNumber.get(spelling) ?? [])[0]
      return id === undefined ? undefined : table.get(id)
    },
    byUserId: (userId) => {
      const id = byUserId.get(userId)
      return id === undefined ? undefined : table.get(id)
    },
    put,
    change: (phone, change) => {
      const next = { ...phone, ...change }
      put(next)
      return next
    },
  }
}
