import type { FastifyBaseLogger } from 'fastify'
import type { Charges } from '../pricing/charges.ts'
import type { Dispatcher } from '../webhook/dispatcher.ts'
import type { AccountBox } from './account.ts'
import type { Agenda } from './agenda.ts'
import type { Changes } from './changes.ts'
import type { Chats } from './chats.ts'
import type { WorldClock } from './clock.ts'
import type { FaultBox } from './faults.ts'
import type { MediaLibrary } from './media-library.ts'
import type { App, BusinessNumber, Message, Template } from './model.ts'
import type { Phones } from './phones.ts'
import type { Store, Table } from './store.ts'
import type { Uploads } from './uploads.ts'
import type { Wabas } from './wabas.ts'

/** Everything there is on Meta's side, handed to whoever acts on it. */
export type World = {
  readonly app: App
  readonly wabas: Wabas
  readonly clock: WorldClock
  readonly store: Store
  readonly faults: FaultBox
  readonly account: AccountBox
  readonly changes: Changes
  readonly numbers: Table<BusinessNumber>
  readonly phones: Phones
  readonly chats: Chats
  readonly messages: Table<Message>
  readonly templates: Table<Template>
  readonly media: MediaLibrary
  readonly uploads: Uploads
  readonly charges: Charges
  readonly agenda: Agenda
  readonly webhooks: Dispatcher
  /** Where this emulator is reached: "http://127.0.0.1:4001". */
  readonly publicUrl: () => string
  readonly log: FastifyBaseLogger
}
