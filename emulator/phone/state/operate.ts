import { control } from '../control/client.ts'
import type { Account, CallAct, Faults, NewPhone, PhoneChange, Review } from '../control/types.ts'
import { readChat } from './chat.ts'
import { tell } from './notice.ts'
import { problemText } from './problem.ts'
import { pickPhone } from './selection.ts'
import { useApp } from './store.ts'

/** What the person at the emulator does to the phone and to Meta. Each refusal is said at the foot of the phone. */
export const attempt = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch (problem) {
    tell(problemText(problem), true)
    return false
  }
}

export const advanceClock = (byMs: number) =>
  attempt(async () => useApp.setState({ clock: await control.advance(byMs) }))

export const changePhone = (id: string, change: PhoneChange) =>
  attempt(async () => {
    const phone = await control.changePhone(id, change)
    useApp.setState((state) => ({ phones: state.phones.map((entry) => (entry.id === id ? phone : entry)) }))
  })

export const block = (phone: string, number: string, blocked: boolean) =>
  attempt(async () => {
    await control.block(phone, number, blocked)
    await refreshPhone(phone)
  })

/** The customer calls the business, or does something about the call there is. */
export const actOnCall = (phone: string, number: string, act: CallAct) =>
  attempt(async () => {
    await control.call(phone, number, act)
    await readChat()
  })

/** "Stop marketing from this business", in WhatsApp's own words for a chat. */
export const stopMarketing = (phone: string, number: string, stopped: boolean) =>
  attempt(async () => {
    await control.marketing(phone, number, stopped)
    await refreshPhone(phone)
  })

export const changeNumber = (phone: string, number: string, waId: string) =>
  attempt(async () => {
    await control.changeIdentity(phone, number, { kind: 'changed-number', waId })
    await Promise.all([refreshPhone(phone), readChat()])
  })

export const changeUserId = (phone: string, number: string) =>
  attempt(async () => {
    await control.changeIdentity(phone, number, { kind: 'changed-user-id' })
    await Promise.all([refreshPhone(phone), readChat()])
  })

export const changeDevice = (phone: string, number: string) =>
  attempt(async () => {
    await control.changeIdentity(phone, number, { kind: 'changed-device' })
    await readChat()
  })

export const addPhone = (wanted: NewPhone) =>
  attempt(async () => {
    const phone = await control.addPhone(wanted)
    useApp.setState((state) => ({ phones: [...state.phones.filter((entry) => entry.id !== phone.id), phone] }))
    pickPhone(phone.id)
  })

export const setFaults = (part: Partial<Faults>) =>
  attempt(async () => useApp.setState({ faults: await control.setFaults(part) }))

export const clearFaults = () =>
  attempt(async () => {
    await control.clearFaults()
    useApp.setState({ faults: await control.faults() })
  })

/** Reads Meta's side again; what cannot be read stays as it was. */
export const readMeta = () =>
  attempt(async () => {
    const [review, account, templates] = await Promise.all([control.review(), control.account(), control.templates()])
    useApp.setState({ meta: { review, account, templates } })
  })

const changeMeta = (work: () => Promise<unknown>) =>
  attempt(async () => {
    await work()
    await readMeta()
  })
export const setReview = (review: Partial<Review>) => changeMeta(() => control.setReview(review))
export const setAccount = (account: Partial<Account>) => changeMeta(() => control.setAccount(account))
export const changeTemplate = (id: string, change: { status: string } | { quality: string }) =>
  changeMeta(() => control.changeTemplate(id, change))

async function refreshPhone(id: string): Promise<void> {
  const phone = await control.phone(id)
  useApp.setState((state) => ({ phones: state.phones.map((entry) => (entry.id === id ? phone : entry)) }))
}

/** How many ways Meta is currently told to misbehave; 0 is a normal day. */
export function activeFaults(faults: Faults | null): number {
  if (faults === null) return 0
  const switched = [
    faults.duplicate > 0,
    faults.drop > 0,
    faults.delayMs > 0,
    faults.reorder,
    !faults.rates,
    faults.graph.mode !== 'ok',
    faults.graph.latencyMs > 0,
  ]
  return faults.nextSend.length + switched.filter(Boolean).length
}
