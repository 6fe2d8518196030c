import { toIso } from '#base/time.ts'
import type { ContactId } from '#core/account/account.ts'
import type { Contact, Part } from '#core/contact/contact.ts'
import { actorFrom, actorView, fromIso } from './convert-actor.ts'
import type { ContactView } from './views.ts'

/*
 * What was merged into a contact, and where it was merged into itself. What a part brought along and the key of its device
 * never leave the server.
 */

type MergeViews = Pick<ContactView, 'parts' | 'joined' | 'separations'>

export const toMergeViews = ({ parts = [], joined, separations = [] }: Contact): MergeViews => ({
  parts: parts.map(({ contactId, into, evidence, wasAsked = false, ...about }) => ({
    ...{ contactId, into, evidence: [...evidence], wasAsked },
    ...doneView(about),
  })),
  joined: joined === undefined ? null : { into: joined.into, at: toIso(joined.at) },
  separations: separations.map(({ contactId, merged, ...undone }) => ({
    ...{ contactId, merged: doneView(merged) },
    ...doneView(undone),
  })),
})

export const fromMergeViews = (view: MergeViews): Pick<Contact, 'parts' | 'joined' | 'separations'> => ({
  ...(view.parts.length > 0 && {
    parts: view.parts.map(({ contactId, into, evidence, wasAsked, ...about }) => ({
      ...{ contactId: contactId as ContactId, into: into as ContactId, evidence, took: {} },
      ...(wasAsked && { wasAsked: true as const }),
      ...doneFrom(about),
    })),
  }),
  ...(view.joined !== null && { joined: { into: view.joined.into as ContactId, at: fromIso(view.joined.at) } }),
  ...(view.separations.length > 0 && {
    separations: view.separations.map(({ contactId, merged, ...undone }) => ({
      ...{ contactId: contactId as ContactId, merged: doneFrom(merged) },
      ...doneFrom(undone),
    })),
  }),
})

type Done = Pick<Part, 'at' | 'by' | 'why'>
type DoneView = ContactView['separations'][number]['merged']

const doneView = ({ at, by, why }: Done): DoneView => ({ at: toIso(at), by: actorView(by), why })
const doneFrom = ({ at, by, why }: DoneView): Done => ({ at: fromIso(at), by: actorFrom(by), why })
