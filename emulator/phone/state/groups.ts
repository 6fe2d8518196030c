import { control } from '../control/client.ts'
import { attempt } from './operate.ts'
import { pickGroup } from './selection.ts'
import { useApp } from './store.ts'

/** Comes in, or asks to; what is shown then follows from where that leads. */
export const enterGroup = (phone: string, group: string, asks: boolean) =>
  attempt(async () => {
    await control.goInOrOut(phone, group, true)
    await refresh(phone)
    if (asks) useApp.setState({ sheet: null, listing: true })
    else pickGroup(group)
  })

/** Goes, or takes back having asked. */
export const leaveGroup = (phone: string, group: string) =>
  attempt(async () => {
    await control.goInOrOut(phone, group, false)
    await refresh(phone)
    useApp.setState({ sheet: null })
  })

/** What comes after the last slash names the group, as in `https://chat.whatsapp.com/…`. */
export const codeIn = (link: string): string =>
  link
    .trim()
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1) ?? ''

export const isGroupLink = (href: string): boolean => /^https?:\/\/chat\.whatsapp\.com\/[\w-]+/.test(href)

/** All groups there are; what cannot be read stays as it was. */
export const readGroups = () => attempt(async () => useApp.setState({ groups: await control.groups() }))

export const addGroup = (number: string, subject: string, asks: boolean) =>
  attempt(async () => {
    await control.addGroup({ number, subject, asks })
    await readGroups()
  })

export const suspendGroup = (group: string, suspended: boolean) =>
  attempt(async () => {
    await control.suspendGroup(group, suspended)
    await readGroups()
  })

async function refresh(id: string): Promise<void> {
  const phone = await control.phone(id)
  useApp.setState((state) => ({ phones: state.phones.map((entry) => (entry.id === id ? phone : entry)) }))
}
