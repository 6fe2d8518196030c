import type { Charge, Message } from '../world/model.ts'
import type { Store, Table } from '../world/store.ts'

/** A line of Meta's bill, of which message it is, and to whom. */
export type Line = {
  readonly wamid: string
  /** Id of the number it left from. */
  readonly number: string
  /** Id of a phone, or the address of somebody without one here. */
  readonly whom: string
  readonly charge: Charge
}

type Books = { readonly store: Store; readonly messages: Table<Message> }

/** The whole bill: a line for each message to a person, and one for each whom a message to a group reached. */
export function billOf({ store, messages }: Books): readonly Line[] {
  const alone = [...messages.all()].flatMap(({ wamid, number, phone, send, charge }) =>
    charge === undefined ? [] : [{ wamid, number, whom: phone ?? send?.recipient ?? '', charge }],
  )
  const inGroups = [...store.table<{ readonly lines?: readonly Line[] }>('group-messages').all()]
  return [...alone, ...inGroups.flatMap(({ lines = [] }) => lines)]
}
