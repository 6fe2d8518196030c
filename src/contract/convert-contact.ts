import { isoOrNull, toIso } from '#base/time.ts'
import type { ConsentStanding } from '#core/consent/consent.ts'
import type { AccountId, ContactId, LineId } from '#core/account/account.ts'
import { type Address, addressOf, type Contact, displayName, type Succession } from '#core/contact/contact.ts'
import type { Block } from '#core/contact/block.ts'
import type { Group } from '#core/group/group.ts'
import { facing } from '#core/contact/part.ts'
import type { Message } from '#core/message/message.ts'
import type { ConsentStandingView } from './consent.ts'
import { actorFrom, actorView, fromIso } from './convert-actor.ts'
import { fromMergeViews, toMergeViews } from './convert-merge.ts'
import type { ContactView } from './views.ts'

/** `of`: the part of the contact whose phone is named. */
export function toContactView(contact: Contact, of?: ContactId): ContactView {
  const phone = addressOf(facing(contact, of), 'phone')
  return {
    id: contact.contactId,
    name: displayName(contact),
    ownName: contact.name,
    listed: contact.listed ? { name: contact.listed.name, at: toIso(contact.listed.at) } : null,
    username: contact.username,
    phone: phone ? `+${phone.value}` : null,
    addresses: contact.addresses.map(toAddressView),
    past: (contact.past ?? []).map(({ until, ...address }) => ({ ...toAddressView(address), until: toIso(until) })),
    consents: contact.consents.map(toStandingView),
    zone: contact.zone ?? null,
    outreach: (contact.outreach ?? []).map(({ at, ...outreach }) => ({ ...outreach, at: toIso(at) })),
    blocks: (contact.blocks ?? []).map(toBlockView),
    createdAt: toIso(contact.createdAt),
    succeeds: contact.succeeds === undefined ? null : { ...contact.succeeds, since: toIso(contact.succeeds.since) },
    group: contact.group === undefined ? null : toGroupView(contact.group),
    groups: [...(contact.groups ?? [])],
    ...toMergeViews(contact),
    erasedAt: contact.erasedAt === undefined ? null : toIso(contact.erasedAt),
  }
}

export function fromContactView(view: ContactView, accountId: AccountId): Contact {
  return {
    accountId,
    contactId: view.id as Contact['contactId'],
    name: view.ownName,
    ...(view.listed !== null && { listed: { name: view.listed.name, at: fromIso(view.listed.at) } }),
    username: view.username,
    addresses: view.addresses.map(addressFrom),
    ...(view.past.length > 0 && {
      past: view.past.map(({ until, ...address }) => ({ ...addressFrom(address), until: fromIso(until) })),
    }),
    ...fromMergeViews(view),
    consents: view.consents.map(fromStandingView),
    ...(view.group !== null && { group: fromGroupView(view.group) }),
    ...(view.groups.length > 0 && { groups: view.groups as ContactId[] }),
    ...(view.erasedAt !== null && { erasedAt: fromIso(view.erasedAt) }),
    ...(view.zone !== null && { zone: view.zone }),
    ...(view.succeeds !== null && { succeeds: successionFrom(view.succeeds) }),
    ...(view.outreach.length > 0 && { outreach: view.outreach.map(outreachFrom) }),
    ...(view.blocks.length > 0 && { blocks: view.blocks.map(blockFrom) }),
    createdAt: fromIso(view.createdAt),
  }
}

type AddressView = ContactView['addresses'][number]

const toAddressView = ({ channel, kind, value, of, replaced }: Address): AddressView => ({
  ...{ channel, kind, value, of: of ?? null, replaced: replaced === true },
})

const addressFrom = ({ channel, kind, value, of, replaced }: AddressView): Address => ({
  ...{ channel: channel as Address['channel'], kind, value },
  ...(of !== null && { of: of as ContactId }),
  ...(replaced && { replaced: true as const }),
})

type GroupView = NonNullable<ContactView['group']>

const toGroupView = ({ subject, description, state, participants }: Group): GroupView => ({
  subject: { ...subject, at: toIso(subject.at) },
  description: { ...description, at: toIso(description.at) },
  state: { ...state, at: toIso(state.at) },
  participants: participants.map((each) => ({ ...each, at: toIso(each.at) })),
})

const fromGroupView = ({ subject, description, state, participants }: GroupView): Group => ({
  subject: { ...subject, at: fromIso(subject.at) },
  description: { ...description, at: fromIso(description.at) },
  state: { ...state, at: fromIso(state.at) },
  participants: participants.map(({ contactId, isIn, at }) => ({
    ...{ contactId: contactId as ContactId, isIn, at: fromIso(at) },
  })),
})

const successionFrom = ({ contactId, since, because }: NonNullable<ContactView['succeeds']>): Succession => ({
  contactId: contactId as ContactId,
  since: fromIso(since),
  because,
})

const toBlockView = ({ at, by, through = [], liftedBy, ...block }: Block): ContactView['blocks'][number] => ({
  ...block,
  ...{ at: toIso(at), by: actorView(by), through: [...through], liftedBy: liftedBy ? actorView(liftedBy) : null },
})

const blockFrom = ({ lineId, at, by, reason, through, liftedBy }: ContactView['blocks'][number]): Block => ({
  ...{ lineId: lineId as LineId, at: fromIso(at), reason },
  by: actorFrom(by),
  ...(through.length > 0 && { through: through as ContactId[] }),
  ...(liftedBy && { liftedBy: actorFrom(liftedBy) }),
})

const outreachFrom = ({ at, messageId, lineId, ...outreach }: ContactView['outreach'][number]) => ({
  ...outreach,
  ...(lineId !== undefined && { lineId: lineId as LineId }),
  messageId: messageId as Message['messageId'],
  at: fromIso(at),
})

const toStandingView = ({ isExpress, at, until, ...standing }: ConsentStanding): ConsentStandingView => ({
  ...standing,
  at: toIso(at),
  until: isoOrNull(until),
  express: isExpress,
})

const fromStandingView = ({ express, at, until, entryId, ...view }: ConsentStandingView): ConsentStanding => ({
  ...view,
  entryId: entryId as ConsentStanding['entryId'],
  scope: view.scope as ConsentStanding['scope'],
  at: fromIso(at),
  until: until === null ? null : fromIso(until),
  isExpress: express,
})
